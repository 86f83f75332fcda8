package dev.prolong.prolongation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.jet.JetSpace;
import dev.prolong.symmetry.Generator;
import dev.prolong.symmetry.LieBracket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Laws of the prolongation, which is a homomorphism of Lie algebras (Olver, theorem 2.39), on random fields. */
class ProlongationLawsTest {
    private static final ISymbol T = Expr.symbol("t");
    private static final ISymbol X = Expr.symbol("x");
    private static final ISymbol Y = Expr.symbol("y");
    private static final JetSpace SPACE = new JetSpace(T, List.of(X, Y), List.of(2, 2));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isLinear(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Generator x = field(random);
        Generator y = field(random);
        IExpr c = Expr.symbol("c");
        List<IExpr> sum = new ArrayList<>();
        for (int i = 0; i < x.coordinates().size(); i++) {
            sum.add(Expr.plus(
                    Expr.times(c, x.infinitesimals().get(i)), y.infinitesimals().get(i)));
        }
        List<IExpr> whole = prolonged(new Generator(x.coordinates(), sum)).infinitesimals();
        List<IExpr> ofX = prolonged(x).infinitesimals();
        List<IExpr> ofY = prolonged(y).infinitesimals();
        for (int i = 0; i < whole.size(); i++) {
            vanishes(Expr.minus(whole.get(i), Expr.plus(Expr.times(c, ofX.get(i)), ofY.get(i))), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void takesBracketsToBrackets(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Generator x = field(random);
        Generator y = field(random);
        List<IExpr> one = prolonged(LieBracket.of(x, y)).infinitesimals();
        List<IExpr> other = LieBracket.of(prolonged(x), prolonged(y)).infinitesimals();
        for (int i = 0; i < one.size(); i++) {
            vanishes(Expr.minus(one.get(i), other.get(i)), seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bracketsObeyJacobi(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Generator x = field(random);
        Generator y = field(random);
        Generator z = field(random);
        List<IExpr> a = LieBracket.of(x, LieBracket.of(y, z)).infinitesimals();
        List<IExpr> b = LieBracket.of(y, LieBracket.of(z, x)).infinitesimals();
        List<IExpr> c = LieBracket.of(z, LieBracket.of(x, y)).infinitesimals();
        for (int i = 0; i < a.size(); i++) {
            vanishes(Expr.plus(a.get(i), b.get(i), c.get(i)), seed);
            vanishes(
                    Expr.plus(
                            LieBracket.of(x, y).infinitesimals().get(i),
                            LieBracket.of(y, x).infinitesimals().get(i)),
                    seed);
        }
    }

    /** The prolonged field as one on jet space; the coefficients of the highest derivatives stay among its components only. */
    private static Generator prolonged(Generator x) {
        Prolongation p = Prolongation.free(x, SPACE);
        List<ISymbol> coordinates = new ArrayList<>(List.of(T));
        List<IExpr> components = new ArrayList<>(List.of(x.along(T)));
        for (int i = 0; i < SPACE.states().size(); i++) {
            for (int k = 0; k <= SPACE.orders().get(i); k++) {
                coordinates.add(SPACE.symbol(i, k));
                components.add(p.coefficients().get(i).get(k));
            }
        }
        return new Generator(coordinates, components);
    }

    private static Generator field(SplittableRandom random) {
        return new Generator(SPACE.base(), List.of(component(random), component(random), component(random)));
    }

    private static IExpr component(SplittableRandom random) {
        List<IExpr> parts = List.of(
                Expr.ONE,
                T,
                X,
                Y,
                Expr.times(T, X),
                Expr.power(X, 2),
                Expr.exp(T),
                Expr.apply(Elementary.SIN, Expr.plus(X, T)),
                Expr.divide(Y, X),
                Expr.log(Y));
        return Expr.plus(
                Expr.times(Expr.integer(random.nextInt(-3, 4)), parts.get(random.nextInt(parts.size()))),
                Expr.times(Expr.integer(random.nextInt(1, 4)), parts.get(random.nextInt(parts.size()))));
    }

    private static void vanishes(IExpr e, long seed) {
        assertThat(ZeroDecision.of(e))
                .as(() -> InputForm.of(e) + " seed " + seed)
                .isEqualTo(ZeroDecision.ZERO);
    }
}
