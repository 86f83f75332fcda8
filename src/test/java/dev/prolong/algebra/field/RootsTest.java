package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Roots of random products, and the same with powers taken out of the root in a way that is right, {@code (p^k q)^(1/n) = |p|^(k/n) q^(1/n)},
 * or without the absolute value, or of the other sign: what is called zero vanishes at all points where it is real, and what vanishes at all of
 * them is never called not zero.
 */
class RootsTest {
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final List<IExpr> FACTORS = List.of(
            X,
            Y,
            Expr.plus(X, Expr.ONE),
            Expr.minus(X, Y),
            Expr.plus(Expr.power(X, 2), Expr.ONE),
            Expr.minus(Expr.ONE, Y),
            Expr.exp(X),
            Expr.plus(Expr.power(X, 2), Expr.negate(Expr.power(Y, 2))));
    private static final int[] DEGREES = {2, 2, 3, 4, 6};
    private static final int DIGITS = 40;
    private static final int POINTS = 24;
    private static final int COUNT = 150;

    private SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @ValueSource(longs = {1, 4})
    void areDecidedAsTheirValuesAre(long seed) {
        examine(seed);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void moreAreDecidedAsTheirValuesAre(long seed) {
        examine(seed);
    }

    private void examine(long seed) {
        random = new SplittableRandom(seed);
        int zero = 0;
        int nonzero = 0;
        for (int i = 0; i < COUNT; i++) {
            IExpr e = difference();
            ZeroDecision decision = ZeroDecision.of(e);
            int real = 0;
            int vanishing = 0;
            SamplePoints points = new SamplePoints(List.of(X, Y), List.of(), List.of(), seed + i);
            for (int p = 0; p < POINTS; p++) {
                Map<ISymbol, BigDecimal> point = points.next();
                Value value = NumericEvaluation.evaluate(e, point, DIGITS);
                if (value instanceof Value.Real r) {
                    real++;
                    vanishing += r.vanishes(DIGITS) ? 1 : 0;
                }
            }
            String shown = InputForm.of(e) + ", seed " + seed;
            if (decision == ZeroDecision.ZERO) {
                assertThat(vanishing).as(shown).isEqualTo(real);
                zero += real > 0 ? 1 : 0;
            } else if (decision == ZeroDecision.NONZERO) {
                assertThat(vanishing).as(shown).isLessThan(Math.max(real, 1));
                nonzero++;
            }
        }
        assertThat(zero).as("zero, seed %d", seed).isGreaterThan(COUNT / 4);
        assertThat(nonzero).as("not zero, seed %d", seed).isGreaterThan(COUNT / 15);
    }

    /** A root less one way of writing it. */
    private IExpr difference() {
        int n = DEGREES[random.nextInt(DEGREES.length)];
        int parts = 1 + random.nextInt(3);
        List<IExpr> inside = new ArrayList<>();
        List<IExpr> outside = new ArrayList<>();
        List<IExpr> left = new ArrayList<>();
        boolean right = random.nextBoolean();
        for (int i = 0; i < parts; i++) {
            IExpr p = FACTORS.get(random.nextInt(FACTORS.size()));
            int k = 1 + random.nextInt(2 * n);
            inside.add(Expr.power(p, k));
            int whole = k - k % n;
            if (whole > 0) {
                boolean size = n % 2 == 0 && (right || random.nextBoolean());
                outside.add(Expr.power(size ? Expr.apply(Elementary.ABS, p) : p, whole / n));
            }
            left.add(Expr.power(p, k % n));
        }
        if (random.nextInt(4) == 0) {
            inside.add(Expr.integer(4));
            left.add(Expr.integer(4));
        }
        IExpr root = Expr.power(Expr.times(inside), Expr.rational(1, n));
        IExpr other = Expr.times(Expr.times(outside), Expr.power(Expr.times(left), Expr.rational(1, n)));
        return right || random.nextBoolean() ? Expr.minus(root, other) : Expr.plus(root, other);
    }
}
