package dev.prolong.algebra.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Determinants of triangular matrices mixed by row operations, whose factors are known. */
final class SmallFactorsTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final ISymbol PARAMETER = Expr.symbol("a");

    /** A polynomial with all terms of the degree, irreducible with all but certainty. */
    private static IExpr random(Random random, int degree) {
        List<IExpr> terms = new ArrayList<>(List.of(PARAMETER));
        for (int i = 0; i <= degree; i++) {
            for (int j = 0; i + j <= degree; j++) {
                terms.add(Expr.times(Expr.integer(1 + random.nextInt(97)), Expr.power(X, i), Expr.power(Y, j)));
            }
        }
        return Expr.plus(terms);
    }

    private static boolean surelyNone(List<IExpr> factors, List<IExpr> known, int degree, Random random) {
        DifferentialField field = DifferentialField.of(List.of(X, Y, PARAMETER), Set.of(X, Y), List.of());
        int n = factors.size();
        List<List<FieldElement>> matrix = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<FieldElement> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                IExpr e = j < i ? Expr.ZERO : j == i ? factors.get(i) : random(random, 1);
                row.add(field.element(e));
            }
            matrix.add(row);
        }
        for (int i = 0; i + 1 < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix.get(n - 1)
                        .set(
                                j,
                                field.add(
                                        matrix.get(n - 1).get(j), matrix.get(i).get(j)));
            }
        }
        return new SmallFactors(
                        field, matrix, known.stream().map(field::element).toList(), degree)
                .surelyNone();
    }

    @Test
    void aFactorThatIsThereIsNeverExcluded() {
        Random random = new Random(3);
        for (int i = 0; i < 40; i++) {
            IExpr line = random(random, 1);
            IExpr conic = random(random, 2);
            IExpr large = random(random, 5);
            assertThat(surelyNone(List.of(line, large), List.of(), 1, random)).isFalse();
            assertThat(surelyNone(List.of(conic, large), List.of(), 2, random)).isFalse();
            assertThat(surelyNone(List.of(line, line, large), List.of(conic), 2, random))
                    .isFalse();
        }
    }

    @Test
    void whatIsNotThereIsExcluded() {
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            IExpr line = random(random, 1);
            IExpr conic = random(random, 2);
            List<IExpr> large = List.of(random(random, 3), random(random, 4));
            assertThat(surelyNone(large, List.of(), 2, random)).isTrue();
            List<IExpr> more = new ArrayList<>(large);
            more.addAll(List.of(conic, line, line));
            assertThat(surelyNone(more, List.of(line), 1, random)).isTrue();
            assertThat(surelyNone(more, List.of(line, conic, PARAMETER), 2, random))
                    .isTrue();
        }
    }

    @Test
    void theDeterminantMayBeOneFactor() {
        Random random = new Random(5);
        IExpr line = random(random, 1);
        assertThat(surelyNone(List.of(line), List.of(), 1, random)).isFalse();
        assertThat(surelyNone(List.of(random(random, 2)), List.of(), 1, random)).isTrue();
        assertThat(surelyNone(List.of(line), List.of(line), 1, random)).isTrue();
    }

    /** A degree too high for the images, and a matrix that is not of polynomials. */
    @Test
    void nothingIsSaidWhereThereAreNoImages() {
        Random random = new Random(6);
        IExpr high = Expr.plus(Expr.power(X, 200), Y, PARAMETER);
        assertThat(surelyNone(List.of(high, random(random, 3)), List.of(), 2, random))
                .isFalse();
        IExpr exponential = Expr.exp(X);
        DifferentialField field = DifferentialField.of(List.of(exponential, Y), Set.of(X, Y), List.of());
        assertThat(new SmallFactors(field, List.of(List.of(field.element(exponential))), List.of(), 2).surelyNone())
                .isFalse();
    }
}
