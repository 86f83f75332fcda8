package dev.prolong.verification;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Polynomials freed of square roots: {@code a + b √p} vanishes only where {@code a² − b² p} does.
 *
 * <p>Special values of constants in p may make the root a simpler function; the norm has no root, and so keeps no such secret.
 */
final class RootNorm {
    private static final int MOST_ROOTS = 4;
    private static final long LARGEST = 4_000;

    private RootNorm() {}

    /** The product of the conjugates over these radicands; empty where it would be too large, or they stand in other functions. */
    static Optional<IExpr> of(IExpr polynomial, Predicate<IExpr> radicands, List<Assumption> assumptions) {
        IExpr out = polynomial;
        for (int i = 0; i <= MOST_ROOTS; i++) {
            Set<IExpr> roots = Expr.subtrees(
                    out, x -> isRoot(x) && radicands.test(Expr.arguments(x).get(0)));
            if (roots.isEmpty()) {
                return Optional.of(out);
            }
            if (Expr.size(out) > LARGEST) {
                return Optional.empty();
            }
            // the outermost first: its radicand may have others
            IExpr radicand = Expr.arguments(roots.stream()
                            .max(java.util.Comparator.comparingLong(Expr::size))
                            .orElseThrow())
                    .get(0);
            Optional<IExpr> norm = norm(out, radicand, assumptions);
            if (norm.isEmpty()) {
                return norm;
            }
            out = norm.get();
        }
        return Optional.empty();
    }

    /** Whether it is an odd power of a square root. */
    static boolean isRoot(IExpr e) {
        return Expr.isPower(e)
                && Expr.arguments(e).get(1) instanceof IRational q
                && q.denominator().equals(Expr.TWO);
    }

    private static Optional<IExpr> norm(IExpr e, IExpr radicand, List<Assumption> assumptions) {
        ISymbol root = Expr.symbol("root$");
        IExpr marked = e;
        for (IExpr power :
                Expr.subtrees(e, x -> isRoot(x) && Expr.arguments(x).get(0).equals(radicand))) {
            IExpr twice = Expr.times(Expr.TWO, Expr.arguments(power).get(1));
            marked = Expr.substitute(marked, power, Expr.power(root, twice));
        }
        DifferentialField field = DifferentialField.of(List.of(marked, radicand), Set.of(), assumptions);
        List<FieldElement> coefficients = field.coefficients(field.numerator(field.element(marked)), root);
        FieldElement p = field.element(radicand);
        FieldElement[] parts = {field.integer(0), field.integer(0)};
        for (int i = 0; i < coefficients.size(); i++) {
            parts[i % 2] = field.add(parts[i % 2], field.multiply(coefficients.get(i), field.power(p, i / 2)));
        }
        FieldElement norm = field.subtract(
                field.multiply(parts[0], parts[0]), field.multiply(p, field.multiply(parts[1], parts[1])));
        return field.involves(norm, root) ? Optional.empty() : Optional.of(field.tree(field.numerator(norm)));
    }
}
