package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearSolution;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * {@code y' = e (c_0 + c_1 φ + c_2 φ²)} with {@code φ = h/e, φ' = 1/e}: a Riccati equation for {@code φ(y)}.
 *
 * <p>For every solution of the linear system {@code K_1' = −c_1/2 K_1 − c_2 K_2, K_2' = c_0 K_1 + c_1/2 K_2} the field {@code (K_1 φ −
 * K_2)² e ∂_y} is a symmetry, and so is the product of two such factors; {@code φ = K_2/K_1} is a solution of the equation. Source: Ince,
 * Ordinary Differential Equations, section 2.15.
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

    /** Empty where no nilpotent element with rational coordinates was found. */
    static Optional<RiccatiEquation> of(LieSystem system) {
        for (FieldElement e : nilpotents(system)) {
            DifferentialField k = system.equation().field();
            List<FieldElement> images =
                    system.basis().stream().map(b -> system.bracket(e, b)).toList();
            Optional<FieldElement> h = system.coordinates(e, images).map(system::combination);
            if (h.isPresent()) {
                FieldElement square = k.divide(k.multiply(h.get(), h.get()), e);
                Optional<List<FieldElement>> c =
                        system.coordinates(system.equation().f(), List.of(e, h.get(), square));
                if (c.isPresent()) {
                    return Optional.of(new RiccatiEquation(system.equation(), e, h.get(), c.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Candidates: elements of the basis, then sums and differences of two. */
    private static List<FieldElement> nilpotents(LieSystem system) {
        DifferentialField k = system.equation().field();
        List<FieldElement> out = new ArrayList<>(system.basis());
        for (int i = 0; i < system.basis().size(); i++) {
            for (int j = 0; j < i; j++) {
                out.add(k.add(system.basis().get(i), system.basis().get(j)));
                out.add(k.subtract(system.basis().get(i), system.basis().get(j)));
            }
        }
        return out;
    }

    List<PlaneSymmetry> symmetries() {
        IExpr halfTrace = Expr.times(Expr.HALF, k.tree(c.get(1)));
        List<List<IExpr>> matrix = List.of(
                List.of(Expr.negate(halfTrace), Expr.negate(k.tree(c.get(2)))),
                List.of(k.tree(c.get(0)), halfTrace));
        IExpr first = factor(LinearSolution.components(0, equation.x(), matrix, equation.x()));
        IExpr second = factor(LinearSolution.components(1, equation.x(), matrix, equation.x()));
        IExpr weight = Expr.power(k.tree(e), -1);
        List<PlaneSymmetry> out = new ArrayList<>();
        out.add(PlaneSymmetry.vertical(Expr.times(Expr.power(first, 2), weight)));
        out.add(PlaneSymmetry.vertical(Expr.times(first, second, weight)));
        out.add(PlaneSymmetry.vertical(Expr.times(Expr.power(second, 2), weight)));
        return out;
    }

    private IExpr factor(List<IExpr> solution) {
        return Expr.minus(Expr.times(solution.get(0), k.tree(h)), Expr.times(solution.get(1), k.tree(e)));
    }
}
