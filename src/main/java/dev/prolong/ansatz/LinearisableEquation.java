package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.determining.DeterminingSystem;
import dev.prolong.determining.LinearEquation;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import dev.prolong.determining.UnknownFunction;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import dev.prolong.jet.JetSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An equation {@code y'' = a_0 + a_1 y' + a_2 y'^2 + a_3 y'^3} that point transformations bring to {@code y'' = 0}.
 *
 * <p>Its solution curves are the zeros of the functions in a three-dimensional space, the solutions of
 *
 * <pre>F_xx = (a_1/3) F_x − a_0 F_y + γ_0 F,  F_xy = (a_2/3) F_x − (a_1/3) F_y + γ_1 F,  F_yy = a_3 F_x − (a_2/3) F_y + γ_2 F</pre>
 *
 * <p>with the γ that make it integrable; that all conditions hold is Lie's test. Its determinant {@code (F, F_x, F_y)} is constant, and for
 * any three solutions {@code F, G, H} the field {@code ξ = F (G_y H − G H_y), η = F (G H_x − G_x H)} is a symmetry: eight of them are
 * independent.
 *
 * <p>Source: Lie, Klassifikation und Integration von gewöhnlichen Differentialgleichungen, Arch. Math. 8 (1883); Olver, Equivalence,
 * Invariants and Symmetry, ch. 12; Hitchin's form of Thomas's projective connection.
 */
final class LinearisableEquation {
    private final ISymbol x;
    private final ISymbol y;
    private final List<IExpr> a;
    private final List<Assumption> assumptions;

    private LinearisableEquation(ISymbol x, ISymbol y, List<IExpr> a, List<Assumption> assumptions) {
        this.x = x;
        this.y = y;
        this.a = a;
        this.assumptions = assumptions;
    }

    /** Empty where the system is not one equation of order two, cubic in y'. */
    static Optional<LinearisableEquation> of(DifferentialSystem system) {
        JetSpace space = system.jetSpace();
        if (!space.orders().equals(List.of(2))) {
            return Optional.empty();
        }
        ISymbol slope = space.symbol(0, 1);
        IExpr rhs = NormalForm.of(system.equations().get(0).rhs(), system.assumptions());
        List<IExpr> a = new ArrayList<>();
        IExpr derivative = rhs;
        long factorial = 1;
        for (int k = 0; k <= 3; k++) {
            factorial *= Math.max(k, 1);
            a.add(NormalForm.of(
                    Expr.times(Expr.rational(1, factorial), Expr.substitute(derivative, slope, Expr.ZERO)),
                    system.assumptions()));
            derivative = Differentiation.derivative(derivative, slope);
        }
        return NormalForm.of(derivative, system.assumptions()).equals(Expr.ZERO)
                ? Optional.of(new LinearisableEquation(
                        space.independent(), space.states().get(0), a, system.assumptions()))
                : Optional.empty();
    }

    /** Eight independent symmetries, each as {@code ξ, η}; fewer or none where the functions F were not found. */
    List<List<IExpr>> symmetries(FreshNames names) {
        List<IExpr> f = functions(names);
        if (f.size() != 3) {
            return List.of();
        }
        List<List<IExpr>> out = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i < 2 || j < 2) {
                    out.add(symmetry(f.get(i), f.get((j + 1) % 3), f.get((j + 2) % 3)));
                }
            }
        }
        return out;
    }

    private List<IExpr> symmetry(IExpr f, IExpr g, IExpr h) {
        IExpr xi = Expr.times(
                f,
                Expr.minus(
                        Expr.times(Differentiation.derivative(g, y), h),
                        Expr.times(g, Differentiation.derivative(h, y))));
        IExpr eta = Expr.times(
                f,
                Expr.minus(
                        Expr.times(g, Differentiation.derivative(h, x)),
                        Expr.times(Differentiation.derivative(g, x), h)));
        return Primitive.part(List.of(Normal.readable(xi, assumptions), Normal.readable(eta, assumptions)));
    }

    /** The right sides of {@code F_xx, F_xy, F_yy} over {@code F, F_x, F_y}. */
    private List<List<IExpr>> system() {
        IExpr third = Expr.rational(1, 3);
        IExpr a0 = a.get(0);
        IExpr b = Expr.times(third, a.get(1));
        IExpr c = Expr.times(third, a.get(2));
        IExpr a3 = a.get(3);
        IExpr two = Expr.TWO;
        IExpr g1 = Expr.plus(d(b, y), Expr.negate(d(c, x)), Expr.times(b, c), Expr.negate(Expr.times(a0, a3)));
        IExpr g0 = Expr.plus(
                Expr.times(two, Expr.power(b, 2)), d(a0, y), Expr.negate(Expr.times(two, a0, c)), Expr.negate(d(b, x)));
        IExpr g2 = Expr.plus(
                d(c, y), Expr.negate(d(a3, x)), Expr.times(two, Expr.power(c, 2)), Expr.negate(Expr.times(two, b, a3)));
        return List.of(
                List.of(g0, b, Expr.negate(a0)), List.of(g1, c, Expr.negate(b)), List.of(g2, a3, Expr.negate(c)));
    }

    private static IExpr d(IExpr e, ISymbol v) {
        return Differentiation.derivative(e, v);
    }

    private List<IExpr> functions(FreshNames names) {
        List<List<IExpr>> rows = system();
        List<IExpr> all = new ArrayList<>();
        rows.forEach(all::addAll);
        List<ISymbol> coordinates = List.of(x, y);
        DifferentialField field = DifferentialField.of(all, new LinkedHashSet<>(coordinates), assumptions);
        List<List<FieldElement>> r = rows.stream()
                .map(row -> row.stream().map(field::element).toList())
                .toList();
        FieldElement zero = field.integer(0);
        FieldElement one = field.integer(1);
        List<FieldElement> f = List.of(one, zero, zero);
        List<FieldElement> fx = List.of(zero, one, zero);
        List<FieldElement> fy = List.of(zero, zero, one);
        Connection connection = new Connection(
                field,
                coordinates,
                List.of(List.of(fx, r.get(0), r.get(1)), List.of(fy, r.get(1), r.get(2))),
                List.of(f));
        List<List<IExpr>> candidates =
                new ConnectionIntegrator(connection, assumptions, new LinearOde(assumptions, names)).candidates();
        return SpanSolver.solve(equations(rows), Span.of(candidates), coordinates, assumptions)
                .map(s -> s.solutions().stream().map(u -> u.get(0)).toList())
                .orElse(List.of());
    }

    private DeterminingSystem equations(List<List<IExpr>> rows) {
        UnknownFunction unknown = new UnknownFunction(Expr.symbol("F'"), x, List.of(x, y));
        List<List<Integer>> left = List.of(List.of(2, 0), List.of(1, 1), List.of(0, 2));
        List<List<Integer>> right = List.of(List.of(0, 0), List.of(1, 0), List.of(0, 1));
        List<LinearEquation> out = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
            terms.put(new UnknownDerivative(0, left.get(i)), Expr.ONE);
            for (int k = 0; k < 3; k++) {
                if (!rows.get(i).get(k).equals(Expr.ZERO)) {
                    terms.put(
                            new UnknownDerivative(0, right.get(k)),
                            Expr.negate(rows.get(i).get(k)));
                }
            }
            out.add(new LinearEquation(terms));
        }
        return new DeterminingSystem(List.of(unknown), out);
    }
}
