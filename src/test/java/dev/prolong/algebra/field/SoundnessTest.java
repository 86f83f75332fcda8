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
 * Decisions on random expressions against their values to 60 digits. Half of the expressions are zero by construction: two ways of
 * writing one thing; the rest differ by a random change. No decision may contradict a value.
 */
class SoundnessTest {
    private static final List<ISymbol> SYMBOLS = List.of(Expr.symbol("x"), Expr.symbol("y"), Expr.symbol("a"));
    private static final List<Elementary> FUNCTIONS = List.of(
            Elementary.SIN,
            Elementary.COS,
            Elementary.TAN,
            Elementary.SINH,
            Elementary.COSH,
            Elementary.TANH,
            Elementary.SECH,
            Elementary.ATAN,
            Elementary.ASINH,
            Elementary.ASIN,
            Elementary.ATANH,
            Elementary.LOG,
            Elementary.ABS,
            Elementary.SIGN,
            Elementary.ERF,
            Elementary.LAMBERTW);
    private static final List<Elementary[]> INVERSES = List.of(
            new Elementary[] {Elementary.ASIN, Elementary.SIN},
            new Elementary[] {Elementary.ACOS, Elementary.COS},
            new Elementary[] {Elementary.ATAN, Elementary.TAN},
            new Elementary[] {Elementary.ACOSH, Elementary.COSH},
            new Elementary[] {Elementary.ASINH, Elementary.SINH},
            new Elementary[] {Elementary.ATANH, Elementary.TANH});
    private static final int DIGITS = 60;
    private static final int POINTS = 8;

    private int zero;
    private int nonzero;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aFewHundred(long seed) {
        campaign(seed, 150);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void thousands(long seed) {
        campaign(seed, 500);
    }

    private void campaign(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            IExpr e = random.nextInt(3) == 0 ? expression(random, 3) : difference(random);
            examine(e, seed);
        }
        assertThat(zero).as("zero, seed %d", seed).isGreaterThan(count / 10);
        assertThat(nonzero).as("not zero, seed %d", seed).isGreaterThan(count / 10);
    }

    private void examine(IExpr e, long seed) {
        ZeroDecision decision = ZeroDecision.of(e);
        if (decision == ZeroDecision.UNDECIDED) {
            return;
        }
        zero += decision == ZeroDecision.ZERO ? 1 : 0;
        nonzero += decision == ZeroDecision.NONZERO ? 1 : 0;
        SamplePoints points = new SamplePoints(Expr.symbols(e), List.of(), List.of(), seed);
        boolean vanishes = true;
        for (int i = 0; i < POINTS; i++) {
            Map<ISymbol, BigDecimal> point = points.next();
            if (NumericEvaluation.evaluate(e, point, DIGITS) instanceof Value.Real real) {
                boolean off = real.isNonZero() && !real.vanishes(DIGITS);
                vanishes &= !off;
                assertThat(decision == ZeroDecision.ZERO && off)
                        .as(() -> "called zero: " + InputForm.of(e) + " at " + point + ", seed " + seed)
                        .isFalse();
            }
        }
        if (decision == ZeroDecision.NONZERO && vanishes) {
            assertThat(nonZeroSomewhere(e, seed))
                    .as(() -> "called not zero: " + InputForm.of(e) + ", seed " + seed)
                    .isTrue();
        }
    }

    private static boolean nonZeroSomewhere(IExpr e, long seed) {
        SamplePoints points = new SamplePoints(Expr.symbols(e), List.of(), List.of(), seed + 1_000);
        for (int i = 0; i < 200; i++) {
            if (NumericEvaluation.nonZero(e, points.next(), DIGITS).isPresent()) {
                return true;
            }
        }
        return false;
    }

    static IExpr expression(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return random.nextInt(4) == 0 ? number(random) : SYMBOLS.get(random.nextInt(SYMBOLS.size()));
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> Expr.plus(expression(random, depth - 1), expression(random, depth - 1));
            case 2, 3 -> Expr.times(expression(random, depth - 1), expression(random, depth - 1));
            case 4 -> Expr.power(nonzero(expression(random, depth - 1)), exponent(random));
            case 5 -> Expr.exp(expression(random, depth - 1));
            default -> Expr.apply(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), expression(random, depth - 1));
        };
    }

    private static IExpr nonzero(IExpr e) {
        return e.equals(Expr.ZERO) ? Expr.ONE : e;
    }

    private static IExpr number(SplittableRandom random) {
        return Expr.rational(random.nextInt(-4, 5), random.nextInt(1, 4));
    }

    private static IExpr exponent(SplittableRandom random) {
        List<IExpr> choices = List.of(
                Expr.TWO,
                Expr.MINUS_ONE,
                Expr.integer(3),
                Expr.integer(-2),
                Expr.HALF,
                Expr.rational(-1, 2),
                Expr.rational(1, 3),
                Expr.rational(2, 3),
                Expr.symbol("a"));
        return choices.get(random.nextInt(choices.size()));
    }

    /** Something and the same thing written otherwise; in half of the cases something is added to, or changed in, one of the two. */
    private static IExpr difference(SplittableRandom random) {
        IExpr f = expression(random, 2);
        IExpr g = expression(random, 2);
        List<IExpr[]> pairs = new ArrayList<>();
        pairs.add(new IExpr[] {Expr.power(Expr.plus(f, g), 2), square(f, g)});
        pairs.add(new IExpr[] {sine(Expr.plus(f, g)), sumOfAngles(f, g)});
        pairs.add(new IExpr[] {Expr.exp(Expr.plus(f, g)), Expr.times(Expr.exp(f), Expr.exp(g))});
        pairs.add(new IExpr[] {
            Expr.apply(Elementary.TANH, f),
            Expr.divide(
                    Expr.minus(Expr.exp(Expr.times(Expr.TWO, f)), Expr.ONE),
                    Expr.plus(Expr.exp(Expr.times(Expr.TWO, f)), Expr.ONE))
        });
        pairs.add(new IExpr[] {Expr.power(sine(f), 2), Expr.minus(Expr.ONE, Expr.power(cosine(f), 2))});
        pairs.add(new IExpr[] {
            Expr.log(Expr.abs(Expr.times(nonzero(f), nonzero(g)))),
            Expr.plus(Expr.log(Expr.abs(nonzero(f))), Expr.log(Expr.abs(nonzero(g))))
        });
        pairs.add(new IExpr[] {Expr.times(Expr.abs(f), Expr.apply(Elementary.SIGN, f)), f});
        pairs.add(new IExpr[] {Expr.sqrt(Expr.power(f, 2)), Expr.abs(f)});
        pairs.add(new IExpr[] {Expr.apply(Elementary.SINH, Expr.apply(Elementary.ASINH, f)), f});
        pairs.add(new IExpr[] {Expr.power(Expr.exp(Expr.divide(f, Expr.integer(3))), 3), Expr.exp(f)});
        pairs.add(new IExpr[] {
            Expr.apply(Elementary.TAN, f),
            Expr.divide(sine(Expr.times(Expr.TWO, f)), Expr.plus(Expr.ONE, cosine(Expr.times(Expr.TWO, f))))
        });
        for (Elementary[] inverse : INVERSES) {
            // true on one branch only
            pairs.add(new IExpr[] {Expr.apply(inverse[0], Expr.apply(inverse[1], f)), f});
            pairs.add(new IExpr[] {Expr.apply(inverse[1], Expr.apply(inverse[0], f)), f});
        }
        IExpr[] pair = pairs.get(random.nextInt(pairs.size()));
        IExpr gap = Expr.minus(pair[0], pair[1]);
        return switch (random.nextInt(4)) {
            case 0 -> Expr.plus(gap, Expr.times(Expr.rational(1, 1_000_000), expression(random, 1)));
            case 1 -> Expr.minus(pair[0], Expr.substitute(pair[1], SYMBOLS.get(0), SYMBOLS.get(1)));
            default -> gap;
        };
    }

    private static IExpr square(IExpr f, IExpr g) {
        return Expr.plus(Expr.power(f, 2), Expr.times(Expr.TWO, f, g), Expr.power(g, 2));
    }

    private static IExpr sumOfAngles(IExpr f, IExpr g) {
        return Expr.plus(Expr.times(sine(f), cosine(g)), Expr.times(cosine(f), sine(g)));
    }

    private static IExpr sine(IExpr f) {
        return Expr.apply(Elementary.SIN, f);
    }

    private static IExpr cosine(IExpr f) {
        return Expr.apply(Elementary.COS, f);
    }
}
