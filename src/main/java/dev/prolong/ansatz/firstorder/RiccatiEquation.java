package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NormalForm;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.RowReduction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * {@code y' = e (c_0 + c_1 φ + c_2 φ²)} with {@code φ = h/e, φ' = 1/e}: a Riccati equation for {@code φ(y)}.
 *
 * <p>For every solution A of the linear equation {@code A'' = (c_1²/4 − c_1'/2 + c_1 c_2'/(2 c_2) − c_0 c_2) A + (c_2'/c_2) A'} the field
 * {@code (A φ + (A' + c_1 A/2)/c_2)² e ∂_y} is a symmetry, and so is the product of two such factors, which vanish on the solutions {@code
 * φ = −(A'/A + c_1/2)/c_2}. Source: Ince, Ordinary Differential Equations, section 2.15.
 */
final class RiccatiEquation {
    private final PlaneEquation equation;
    private final DifferentialField k;
    private final FieldElement e;
    private final FieldElement h;
    private final List<FieldElement> c;

    private RiccatiEquation(PlaneEquation equation, FieldElement e, FieldElement h, List<FieldElement> c) {
        this.equation = equation;
        this.k = equation.field();
        this.e = e;
        this.h = h;
        this.c = c;
    }

    /** The one with the shortest linear equation; empty where no nilpotent element with rational coordinates was found. */
    static Optional<RiccatiEquation> of(LieSystem system) {
        return all(system).stream().min(Comparator.comparingLong(RiccatiEquation::length));
    }

    private static List<RiccatiEquation> all(LieSystem system) {
        List<RiccatiEquation> out = new ArrayList<>();
        for (FieldElement e : nilpotents(system)) {
            DifferentialField k = system.equation().field();
            List<FieldElement> images =
                    system.basis().stream().map(b -> system.bracket(e, b)).toList();
            Optional<FieldElement> h = system.coordinates(e, images).map(system::combination);
            if (h.isPresent()) {
                FieldElement square = k.divide(k.multiply(h.get(), h.get()), e);
                Optional<List<FieldElement>> c =
                        system.coordinates(system.equation().f(), List.of(e, h.get(), square));
                if (c.isPresent() && !c.get().get(2).isZero()) {
                    out.add(new RiccatiEquation(system.equation(), e, h.get(), c.get()));
                }
            }
        }
        return out;
    }

    /** Of the linear equation; a coefficient that is zero is not there. */
    private long length() {
        return linear().stream()
                .filter(c -> !c.equals(Expr.ZERO))
                .mapToLong(Expr::size)
                .sum();
    }

    /** The coefficients of {@code A''} over A and A'. */
    private List<IExpr> linear() {
        FieldElement half = k.divide(c.get(1), k.integer(2));
        FieldElement slope = k.divide(equation.byX(c.get(2)), c.get(2));
        // A'' = (c_1²/4 − c_1'/2 + c_1 c_2'/(2 c_2) − c_0 c_2) A + c_2'/c_2 A'
        FieldElement a = k.add(
                k.subtract(k.multiply(half, half), equation.byX(half)),
                k.subtract(k.multiply(half, slope), k.multiply(c.get(0), c.get(2))));
        return List.of(k.tree(a), k.tree(slope));
    }

    /**
     * Elements of the basis and combinations of two on which the Killing form vanishes, as it does exactly on the nilpotent elements; and
     * those that vanish doubly at infinity or at zero.
     */
    private static List<FieldElement> nilpotents(LieSystem system) {
        DifferentialField k = system.equation().field();
        List<FieldElement> out = new ArrayList<>();
        for (int i = 0; i < system.basis().size(); i++) {
            FieldElement square = system.killing(i, i);
            if (square.isZero()) {
                out.add(system.basis().get(i));
                continue;
            }
            for (int j = 0; j < i; j++) {
                FieldElement mixed = system.killing(i, j);
                FieldElement discriminant =
                        k.subtract(k.multiply(mixed, mixed), k.multiply(square, system.killing(j, j)));
                int other = j;
                FieldElement own = system.basis().get(i);
                k.squareRoot(discriminant).ifPresent(r -> {
                    for (FieldElement root : List.of(r, k.negate(r))) {
                        FieldElement s = k.divide(k.subtract(root, mixed), square);
                        out.add(k.add(system.basis().get(other), k.multiply(s, own)));
                    }
                });
            }
        }
        out.addAll(atPoints(system));
        return out;
    }

    /** The elements that vanish doubly at a constant state are nilpotent, and two linear equations give them. */
    private static List<FieldElement> atPoints(LieSystem system) {
        PlaneEquation e = system.equation();
        List<FieldElement> out = new ArrayList<>();
        for (IExpr state : List.of(Expr.power(e.y(), -1), (IExpr) e.y())) {
            try {
                List<List<FieldElement>> rows = List.of(new ArrayList<>(), new ArrayList<>());
                for (FieldElement b : system.basis()) {
                    // in s = 1/y the field b ∂_y is −s² b ∂_s
                    IExpr moved = Expr.divide(
                            Expr.substitute(e.plain(b), e.y(), state), Differentiation.derivative(state, e.y()));
                    IExpr plain = NormalForm.of(moved, e.assumptions());
                    for (List<FieldElement> row : rows) {
                        row.add(e.field().element(Expr.substitute(plain, e.y(), Expr.ZERO)));
                        plain = NormalForm.of(Differentiation.derivative(plain, e.y()), e.assumptions());
                    }
                }
                List<List<FieldElement>> kernel =
                        RowReduction.of(e.field(), rows).kernel(e.field(), system.dimension());
                if (kernel.size() == 1) {
                    out.add(withoutConstants(e, system.combination(kernel.get(0))));
                }
            } catch (NotSmoothException | ArithmeticException singular) {
                // no such point
            }
        }
        return out;
    }

    private static FieldElement withoutConstants(PlaneEquation e, FieldElement b) {
        FieldElement out = b;
        for (Map.Entry<FieldElement, Integer> f : e.field().primePowers(b).entrySet()) {
            if (e.isFreeOfX(f.getKey()) && e.isFreeOfY(f.getKey())) {
                out = e.field().divide(out, e.field().power(f.getKey(), f.getValue()));
            }
        }
        return out;
    }

    /** One for each pair of solutions of the linear equation; none where that was not solved. */
    List<PlaneSymmetry> symmetries(LinearEquations linear) {
        FieldElement half = k.divide(c.get(1), k.integer(2));
        // where e is a square, its root divides each factor
        FieldElement root = k.squareRoot(e).orElse(k.integer(1));
        List<IExpr> factors = linear.fundamental(equation.x(), linear(), List.of(equation.x(), equation.y())).stream()
                .map(u -> factor(u, half, root))
                .toList();
        IExpr weight = k.tree(k.divide(k.multiply(root, root), e));
        List<PlaneSymmetry> out = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            for (int j = 0; j <= i; j++) {
                out.add(PlaneSymmetry.vertical(Expr.times(factors.get(i), factors.get(j), weight)));
            }
        }
        return out;
    }

    /** {@code A h + (A' + c_1/2 A) e/c_2} over a root of e or 1. */
    private IExpr factor(IExpr solution, FieldElement half, FieldElement root) {
        IExpr derivative = Differentiation.derivative(solution, equation.x());
        FieldElement slope = k.divide(e, k.multiply(root, c.get(2)));
        return Expr.plus(
                Expr.times(solution, k.tree(k.add(k.divide(h, root), k.multiply(half, slope)))),
                Expr.times(derivative, k.tree(slope)));
    }
}
