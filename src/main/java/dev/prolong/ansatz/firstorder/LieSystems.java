package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.equation.AnsatzChoice;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/** Symmetries {@code η = Σ q_i(x) b_i(y)} of equations that are Lie systems, by the dimension of the algebra. */
final class LieSystems implements Method {
    private static final String SOURCE = "Lie and Scheffers 1893, chapter 24";

    private final int largest;
    private final LinearEquations linear;

    /** Those whose algebra is of at most this dimension. */
    LieSystems(int largest, LinearEquations linear) {
        this.largest = largest;
        this.linear = linear;
    }

    @Override
    public String form() {
        return "fields along the state of a Lie system with an algebra of dimension at most " + largest;
    }

    @Override
    public Optional<Finding> find(PlaneEquation equation) {
        return LieSystem.of(equation, largest)
                .flatMap(s -> s.dimension() == 1
                        ? Optional.of(separable(s))
                        : s.dimension() == 2
                                ? solvable(s)
                                : RiccatiEquation.of(s).map(this::riccati));
    }

    private Finding riccati(RiccatiEquation equation) {
        return Finding.of(
                equation.symmetries(linear),
                AnsatzChoice.Kind.PROJECTABLE,
                "Riccati equation",
                "The right side combines three fields that close to sl(2): it is a Riccati equation in a function of the state, and"
                        + " every two solutions of its linear equation of second order give a symmetry. Solutions without a closed form are"
                        + " kept as kernels.",
                SOURCE);
    }

    /** {@code y' = c(x) b(y)}: the field b commutes with the right side. */
    private static Finding separable(LieSystem system) {
        PlaneEquation e = system.equation();
        List<IExpr> factors = Expr.factors(e.tree());
        boolean shown = factors.stream().allMatch(g -> Expr.isFreeOf(g, e.x()) || Expr.isFreeOf(g, e.y()));
        IExpr b = shown
                ? Expr.times(
                        factors.stream().filter(g -> !Expr.isFreeOf(g, e.y())).toList())
                : e.field().tree(system.basis().get(0));
        IExpr c = Expr.divide(e.tree(), b);
        IExpr inY = Quadrature.antiderivative(Expr.power(b, -1), e.y(), e.assumptions());
        IExpr c1 = shown ? c : e.field().tree(e.field().element(c));
        IExpr inX = Quadrature.antiderivative(c1, e.x(), e.assumptions());
        return new Finding(
                List.of(
                        new PlaneSymmetry(Expr.power(c1, -1), Expr.ZERO),
                        PlaneSymmetry.vertical(b),
                        new PlaneSymmetry(Expr.divide(inX, c1), Expr.times(b, inY))),
                AnsatzChoice.of(AnsatzChoice.Kind.SEPARABLE),
                Optional.of(3),
                "separation of variables",
                "The right side is a product g(x) h(y). In the coordinates of the integrals of g and of 1/h the equation says that"
                        + " one is the other up to a constant: two translations and the common scaling, and no others that keep the"
                        + " coordinates apart.",
                "Olver, section 2.5");
    }

    /** The derived algebra is spanned by one field b, and {@code [f, b] = λ(x) b}: {@code η = b e^(−∫λ)}. */
    private static Optional<Finding> solvable(LieSystem system) {
        PlaneEquation e = system.equation();
        DifferentialField k = e.field();
        FieldElement b = system.bracket(system.basis().get(0), system.basis().get(1));
        FieldElement lambda = k.divide(system.bracket(e.f(), b), b);
        if (!e.isFreeOfY(lambda)) {
            return Optional.empty();
        }
        IExpr q = Quadrature.exponential(k.tree(k.negate(lambda)), e.x(), e.assumptions());
        return Optional.of(Finding.of(
                List.of(PlaneSymmetry.vertical(Expr.times(q, e.plain(b)))),
                AnsatzChoice.Kind.PROJECTABLE,
                "solvable Lie system",
                "The right side combines two fields in the state that close to a Lie algebra: the equation is linear in a function of"
                        + " the state. Its derived algebra gives a symmetry by one quadrature.",
                SOURCE));
    }
}
