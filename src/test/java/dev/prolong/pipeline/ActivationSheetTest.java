package dev.prolong.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Inverse;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.ActivationRule;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** What is derived from each row of the rules, at random points: difference quotients of S are 1/σ, and {@code S⁻¹(S(x)) = x}. */
@Tag("slow")
final class ActivationSheetTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SEED = 31;
    private static final int POINTS = 24;
    private static final int DIGITS = 25;
    private static final BigDecimal STEP = new BigDecimal("1e-6");

    static Stream<String> names() {
        return ActivationLibrary.standard().all().stream().map(ActivationRule::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void quadratureAndInverse(String name) {
        ActivationRule rule = ActivationLibrary.standard().find(name).orElseThrow();
        ActivationFacts facts = ActivationSheet.of(rule, PATIENCE);
        assertThat(facts.complete()).isTrue();
        assertThat(facts.pieces()).isNotEmpty();
        int slopes = 0;
        for (ActivationFacts.Piece piece : facts.pieces()) {
            assertThat(piece.quadrature().isEmpty()).isEqualTo(piece.sigma().equals(Expr.ZERO));
            if (piece.quadrature().isPresent()) {
                IExpr s = piece.quadrature().get();
                for (Map<ISymbol, BigDecimal> at : points(piece, rule.variable())) {
                    slopes += hasSlope(s, piece.sigma(), rule.variable(), at) ? 1 : 0;
                    piece.inverse().forEach(branch -> undoes(branch, s, rule.variable(), at));
                }
            }
        }
        assertThat(slopes).as("points where S and σ are real").isPositive();
    }

    /** Random points of the piece. */
    private static List<Map<ISymbol, BigDecimal>> points(ActivationFacts.Piece piece, ISymbol x) {
        List<ISymbol> parameters =
                Expr.symbols(piece.sigma()).stream().filter(s -> !s.equals(x)).toList();
        SamplePoints drawn = new SamplePoints(List.of(x), parameters, List.of(), SEED);
        List<Map<ISymbol, BigDecimal>> out = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            Map<ISymbol, BigDecimal> at = drawn.next();
            if (piece.condition().isEmpty() || holds(piece.condition().get(), at)) {
                out.add(at);
            }
        }
        return out;
    }

    private static boolean hasSlope(IExpr s, IExpr sigma, ISymbol x, Map<ISymbol, BigDecimal> at) {
        OptionalDouble rate = value(sigma, at);
        if (!(NumericEvaluation.evaluate(s, moved(at, x, STEP), DIGITS) instanceof Value.Real right)
                || !(NumericEvaluation.evaluate(s, moved(at, x, STEP.negate()), DIGITS) instanceof Value.Real left)
                || rate.isEmpty()) {
            return false;
        }
        double slope = right.value().subtract(left.value()).doubleValue() / (2 * STEP.doubleValue());
        assertThat(slope * rate.getAsDouble())
                .as("slope at %s (seed %s)", at, SEED)
                .isCloseTo(1, org.assertj.core.data.Offset.offset(1e-6));
        return true;
    }

    private static void undoes(Inverse.Branch branch, IExpr s, ISymbol x, Map<ISymbol, BigDecimal> at) {
        if (!holds(branch.condition(), at)
                || !(NumericEvaluation.evaluate(s, at, DIGITS) instanceof Value.Real image)) {
            return;
        }
        Map<ISymbol, BigDecimal> there = new LinkedHashMap<>(at);
        there.put(Expr.symbol("y"), image.value());
        double back = value(branch.value(), there).orElseThrow();
        double off = at.get(x).doubleValue() - back;
        double period = branch.period().map(p -> value(p, at).orElseThrow()).orElse(Double.POSITIVE_INFINITY);
        assertThat(Math.IEEEremainder(off, period))
                .as("%s at %s (seed %s)", branch, at, SEED)
                .isCloseTo(0, org.assertj.core.data.Offset.offset(1e-9));
    }

    private static Map<ISymbol, BigDecimal> moved(Map<ISymbol, BigDecimal> at, ISymbol x, BigDecimal step) {
        Map<ISymbol, BigDecimal> out = new LinkedHashMap<>(at);
        out.put(x, at.get(x).add(step));
        return out;
    }

    private static boolean holds(IExpr condition, Map<ISymbol, BigDecimal> at) {
        return NumericEvaluation.holds(condition, at).orElse(false);
    }

    private static OptionalDouble value(IExpr e, Map<ISymbol, BigDecimal> at) {
        return NumericEvaluation.evaluate(e, at, DIGITS) instanceof Value.Real r
                ? OptionalDouble.of(r.value().doubleValue())
                : OptionalDouble.empty();
    }
}
