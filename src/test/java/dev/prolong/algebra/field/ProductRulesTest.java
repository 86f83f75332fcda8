package dev.prolong.algebra.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Roots, powers, logarithms, absolute values and signs of random products, less the same taken factor by factor: rightly, {@code (p^k q)^(1/n) =
 * |p|^(k/n) q^(1/n)}, or without an absolute value, or with the other sign. What is called zero vanishes wherever it is real, and what vanishes
 * at all points is never called not zero.
 */
class ProductRulesTest {
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

    private enum Rule {
        ROOT,
        POWER,
        LOGARITHM,
        ABSOLUTE_VALUE,
        SIGN
    }

    private SplittableRandom random = new SplittableRandom();

    @ParameterizedTest
    @EnumSource(Rule.class)
    void areDecidedAsTheirValuesAre(Rule rule) {
        examine(rule, 4);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Rule.class)
    void moreAreDecidedAsTheirValuesAre(Rule rule) {
        for (long seed = 5; seed < 12; seed++) {
            examine(rule, seed);
        }
    }

    private void examine(Rule rule, long seed) {
        random = new SplittableRandom(seed);
        int zero = 0;
        int nonzero = 0;
        for (int i = 0; i < COUNT; i++) {
            IExpr e = difference(rule);
            ZeroDecision decision = ZeroDecision.of(e);
            NormalFormTest.pointsWithTheSameValue(e, seed + i);
            int real = 0;
            int vanishing = 0;
            SamplePoints points = new SamplePoints(List.of(X, Y), List.of(), List.of(), seed + i);
            for (int p = 0; p < POINTS; p++) {
                if (NumericEvaluation.evaluate(e, points.next(), DIGITS) instanceof Value.Real value) {
                    real++;
                    vanishing += value.vanishes(DIGITS) ? 1 : 0;
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
        assertThat(zero).as("zero, seed %d", seed).isGreaterThan(COUNT / 15);
        assertThat(nonzero).as("not zero, seed %d", seed).isGreaterThan(COUNT / 15);
    }

    private IExpr difference(Rule rule) {
        boolean right = random.nextBoolean();
        List<IExpr> factors = new ArrayList<>();
        List<Integer> exponents = new ArrayList<>();
        int n = DEGREES[random.nextInt(DEGREES.length)];
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            factors.add(FACTORS.get(random.nextInt(FACTORS.size())));
            exponents.add(1 + random.nextInt(rule == Rule.ROOT ? 2 * n : 4));
        }
        List<IExpr> powers = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            powers.add(Expr.power(factors.get(i), exponents.get(i)));
        }
        IExpr whole = Expr.times(powers);
        boolean keep = right || random.nextBoolean();
        return switch (rule) {
            case ROOT -> signed(keep, Expr.power(whole, Expr.rational(1, n)), root(factors, exponents, n, right));
            case POWER -> {
                IExpr a = random.nextBoolean() ? Y : Expr.rational(1 + random.nextInt(5), 2 + random.nextInt(3));
                IExpr product = Expr.times(
                        powers.stream().map(f -> Expr.power(size(f, right), a)).toList());
                yield signed(keep, Expr.power(size(whole, right), a), product);
            }
            case LOGARITHM -> {
                List<IExpr> terms = new ArrayList<>();
                for (int i = 0; i < parts; i++) {
                    int k = right || random.nextInt(3) > 0 ? exponents.get(i) : -exponents.get(i);
                    terms.add(Expr.times(Expr.integer(k), Expr.log(size(factors.get(i), right))));
                }
                yield Expr.minus(Expr.log(size(whole, false)), Expr.plus(terms));
            }
            case ABSOLUTE_VALUE ->
                Expr.minus(
                        size(whole, true),
                        Expr.times(powers.stream().map(f -> size(f, right)).toList()));
            case SIGN -> {
                List<IExpr> signs = new ArrayList<>(List.of(size(whole, true)));
                powers.forEach(f -> signs.add(Expr.apply(Elementary.SIGN, f)));
                yield signed(right, whole, Expr.times(signs));
            }
        };
    }

    /** What comes out of the root, with absolute values where they belong or only by chance, times what stays inside. */
    private IExpr root(List<IExpr> factors, List<Integer> exponents, int n, boolean right) {
        List<IExpr> outside = new ArrayList<>();
        List<IExpr> left = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            int k = exponents.get(i);
            IExpr p = factors.get(i);
            outside.add(Expr.power(n % 2 == 0 ? size(p, right) : p, k / n));
            left.add(Expr.power(p, k % n));
        }
        return Expr.times(Expr.times(outside), Expr.power(Expr.times(left), Expr.rational(1, n)));
    }

    /** The absolute value: always, or half of the time. */
    private IExpr size(IExpr e, boolean always) {
        return always || random.nextBoolean() ? Expr.apply(Elementary.ABS, e) : e;
    }

    private static IExpr signed(boolean minus, IExpr a, IExpr b) {
        return minus ? Expr.minus(a, b) : Expr.plus(a, b);
    }
}
