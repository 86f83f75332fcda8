package dev.prolong.algebra.linear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The characteristic polynomial and the adjugate of random matrices. */
final class FaddeevLeVerrierTest {
    private static final DifferentialField FIELD = DifferentialField.of(List.of(Expr.symbol("a")), Set.of(), List.of());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void theMatrixSatisfiesItsPolynomial(int n) {
        SquareMatrix m = random(n);
        FaddeevLeVerrier of = new FaddeevLeVerrier(m);
        SquareMatrix horner = SquareMatrix.identity(FIELD, n);
        for (int k = 1; k <= n; k++) {
            SquareMatrix before = of.adjugate();
            FieldElement c = of.next();
            horner = m.times(horner).plus(c);
            assertThat(of.adjugate().rows()).isEqualTo(horner.rows());
            if (k == 1) {
                assertThat(c).isEqualTo(FIELD.negate(m.trace()));
            }
            if (k == n) {
                // M adj(−M) up to sign is det M: scalar
                assertThat(m.times(before).plus(c).rows())
                        .allSatisfy(row -> assertThat(row).allMatch(FieldElement::isZero));
            }
        }
    }

    private static SquareMatrix random(int n) {
        SplittableRandom random = new SplittableRandom(n);
        FieldElement a = FIELD.element(Expr.symbol("a"));
        List<List<FieldElement>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<FieldElement> row = new ArrayList<>();
            for (int j = 0; j < n; j++) {
                row.add(FIELD.add(
                        FIELD.integer(random.nextInt(-5, 6)), FIELD.multiply(a, FIELD.integer(random.nextInt(-1, 2)))));
            }
            rows.add(row);
        }
        return new SquareMatrix(FIELD, rows);
    }
}
