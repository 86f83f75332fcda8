package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.equation.AnsatzChoice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/**
 * {@code ξ = F(x), η = P(x) y + R(x)}: the determining equation splits in y into {@code v' = A v, C v = 0} for {@code v = (R, P, F)}.
 *
 * <p>The conditions {@code C} are closed under {@code C' + C A}; where they leave one direction {@code v = s(x) n(x)}, {@code s'/s} is known.
 * Source: Cheb-Terrab and Roche, Symmetries and first order ODE patterns, Comput. Phys. Comm. 113 (1998).
 */
final class LinearFamily implements Method {
    private static final int UNKNOWNS = 3;

    @Override
    public String form() {
        return "infinitesimals affine in the state, the independent one a function of its own coordinate";
    }

    @Override
    public Optional<Finding> find(PlaneEquation equation) {
        return flow(equation).flatMap(flow -> find(equation, flow));
    }

    private static Optional<Finding> find(PlaneEquation equation, LinearFlow flow) {
        Optional<LinearFlow.Line> line = flow.line();
        for (int zero = UNKNOWNS - 1; line.isEmpty() && zero >= 0; zero--) {
            line = flow.without(zero).line();
        }
        return line.map(l -> new Finding(
                List.of(symmetry(equation, l)),
                AnsatzChoice.of(AnsatzChoice.Kind.LINEAR),
                Optional.of(flow.dimension()),
                "infinitesimals affine in the state",
                "With the infinitesimal of the state affine in it, the determining equation splits into linear equations for three"
                        + " functions of one variable. Elimination leaves one direction, and a quadrature its length.",
                "Cheb-Terrab and Roche 1998"));
    }

    private static PlaneSymmetry symmetry(PlaneEquation e, LinearFlow.Line line) {
        DifferentialField k = e.field();
        IExpr s = Quadrature.exponential(k.tree(line.rate()), e.x(), e.assumptions());
        List<IExpr> v =
                line.direction().stream().map(n -> Expr.times(s, e.plain(n))).toList();
        return new PlaneSymmetry(v.get(2), Expr.plus(v.get(0), Expr.times(v.get(1), e.y())));
    }

    /** Empty where f is linear in y, so that the derivatives are not determined. */
    private static Optional<LinearFlow> flow(PlaneEquation e) {
        DifferentialField k = e.field();
        FieldElement y = k.element(e.y());
        FieldElement fy = e.byY(e.f());
        List<FieldElement> columns = List.of(
                k.integer(1),
                y,
                k.negate(e.f()),
                k.negate(fy),
                k.subtract(e.f(), k.multiply(y, fy)),
                k.negate(e.byX(e.f())));
        return LinearFlow.of(e, k.split(columns, Set.of(e.y())), UNKNOWNS);
    }
}
