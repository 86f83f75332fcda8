package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.Read;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.modular.PrimeField;
import dev.prolong.algebra.modular.SeriesRing;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

final class TaylorPointTest {
    private static final int DEGREE = 5;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^3*y - 2/(x + y)",
                "exp(x*y)*sin(x)",
                "log(x^2 + y) + sqrt(x)",
                "tan(x)/(1 + y^(2/3))",
                "a^x + x^a",
                "atan(x*y) + erf(x)",
                "lambertw(x)",
                "integral(exp(s)/s, s, 1, x*y)",
            })
    void theSeriesOfTheDerivativeIsTheDerivativeOfTheSeries(String text) {
        IExpr e = Read.expression(text);
        List<ISymbol> coordinates = List.of(Expr.symbol("x"), Expr.symbol("y"));
        DifferentialField field = DifferentialField.of(List.of(e), new LinkedHashSet<>(coordinates), List.of());
        FieldElement f = field.element(e);
        for (int v = 0; v < 2; v++) {
            FieldElement derivative = field.derivative(f, coordinates.get(v));
            for (PrimeField prime : PrimeField.ALL.subList(0, 2)) {
                SeriesRing ring = new SeriesRing(prime, 2, DEGREE);
                TaylorPoint point = point(field, coordinates, ring, List.of(f, derivative));
                int known = ring.count(DEGREE - 1);
                assertThat(Arrays.copyOf(point.series(derivative), known))
                        .isEqualTo(Arrays.copyOf(ring.derivative(point.series(f), v), known));
            }
        }
    }

    /** The first point where all have a series. */
    private static TaylorPoint point(
            DifferentialField field, List<ISymbol> coordinates, SeriesRing ring, List<FieldElement> elements) {
        for (long seed = 1; seed < 60; seed++) {
            try {
                TaylorPoint point = new TaylorPoint(field, coordinates, ring, seed, seed);
                elements.forEach(point::series);
                return point;
            } catch (NoPointException unlucky) {
                // the next
            }
        }
        throw new AssertionError("no point");
    }
}
