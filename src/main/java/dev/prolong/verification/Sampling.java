package dev.prolong.verification;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Status;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Examines claims at seeded random points, where they are defined: finds counterexamples, or supports them. */
final class Sampling {
    private static final int POINTS = 20;
    private static final int DIGITS = 30;
    private static final int MOST_POINTS = 240;
    private static final int SHOWN = 12;
    private static final int MORE_DIGITS = 40;
    private static final BigDecimal SMALL = new BigDecimal("1e-30");

    private final DifferentialSystem system;
    private final long seed;

    Sampling(DifferentialSystem system, long seed) {
        this.system = system;
        this.seed = seed;
    }

    /**
     * Refuted by the first point where a residual is surely not zero; supported where all vanish at {@value #POINTS} points.
     *
     * @param knownNonZero whether algebra says that a residual is not zero
     */
    Verdict verdict(Claim claim, boolean knownNonZero) {
        SamplePoints points = points(claim.everything());
        int good = 0;
        for (int drawn = 0; drawn < MOST_POINTS && good < POINTS; drawn++) {
            Map<ISymbol, BigDecimal> point = points.next();
            if (!isInDomain(claim, point)) {
                continue;
            }
            boolean vanishes = true;
            for (Residual residual : claim.residuals()) {
                Value value = NumericEvaluation.evaluate(residual.expression(), point, DIGITS);
                if (value instanceof Value.Real real && real.isNonZero() && !real.vanishes(DIGITS)) {
                    return new Verdict.Refuted(
                            witness(point, real.rounded(SHOWN).toString(), residual.of()));
                }
                vanishes &= value instanceof Value.Real real && real.vanishes(DIGITS);
            }
            good += vanishes ? 1 : 0;
        }
        if (knownNonZero) {
            return new Verdict.Undecided("not an identity, but no point was found where it fails");
        }
        return good == POINTS && isSurelyVarying(claim)
                ? new Verdict.Supported(POINTS, DIGITS)
                : new Verdict.Undecided("neither proved nor refuted: " + good + " points could be examined");
    }

    /** Whether some part of the gradient is not zero at some point, or none is asked for. */
    boolean isSurelyVarying(Claim claim) {
        List<IExpr> gradient = claim.gradientOnDomain();
        if (gradient.isEmpty()
                || gradient.stream().anyMatch(e -> ZeroDecision.of(e, system.assumptions()) == ZeroDecision.NONZERO)) {
            return true;
        }
        return isAtSome(
                gradient,
                point -> gradient.stream()
                        .anyMatch(
                                e -> NumericEvaluation.nonZero(e, point, DIGITS).isPresent()));
    }

    /** Whether it is so at some point that is drawn for these expressions. */
    private boolean isAtSome(List<IExpr> expressions, Predicate<Map<ISymbol, BigDecimal>> test) {
        SamplePoints points = points(expressions);
        return Stream.generate(points::next).limit(MOST_POINTS).anyMatch(test);
    }

    /** Whether something claimed is surely not real at any point that was drawn, so that the claim would say nothing. */
    boolean isNowhereReal(Claim claim) {
        return !isAtSome(
                claim.claimed(),
                point -> claim.claimed().stream()
                        .noneMatch(e -> NumericEvaluation.evaluate(e, point, SHOWN) instanceof Value.Undefined none
                                && none.reason() == Status.NOT_REAL));
    }

    /** Whether the claim and its residuals are real and the condition holds at some point that was drawn. */
    boolean isSomewhere(Claim claim, IExpr condition) {
        List<IExpr> all = new ArrayList<>(claim.everything());
        all.add(condition);
        return isAtSome(
                all,
                point -> NumericEvaluation.holds(condition, point).orElse(false)
                        && isInDomain(claim, point)
                        && claim.residuals().stream().allMatch(r -> isReal(r.expression(), point)));
    }

    /** Whether all residuals vanish at some point that was drawn. */
    boolean holdsSomewhere(Claim claim) {
        return isAtSome(
                claim.everything(),
                point -> isInDomain(claim, point)
                        && claim.residuals().stream().allMatch(r -> vanishes(r.expression(), point, DIGITS)));
    }

    /** Whether for these values of constants, and whatever else they fix, all residuals vanish at points, and the claim says something. */
    boolean holdsWith(Claim claim, Map<ISymbol, BigDecimal> values) {
        List<IExpr> all = new ArrayList<>(claim.everything());
        all.addAll(claim.contentOnDomain());
        SamplePoints points = points(all);
        boolean varies = false;
        int good = 0;
        for (int drawn = 0; drawn < MOST_POINTS && good < POINTS; drawn++) {
            Map<ISymbol, BigDecimal> point = points.next();
            point.putAll(values);
            if (!isInDomain(claim, point)) {
                continue;
            }
            if (!claim.residuals().stream().allMatch(r -> isSmall(r.expression(), point))) {
                return false;
            }
            varies |= !claim.contentOnDomain().stream().allMatch(e -> isSmall(e, point));
            good++;
        }
        return varies;
    }

    /** As small as what vanishes at a root is near the root. */
    private static boolean isSmall(IExpr e, Map<ISymbol, BigDecimal> point) {
        return NumericEvaluation.evaluate(e, point, MORE_DIGITS) instanceof Value.Real real
                && real.value().abs().compareTo(SMALL) < 0;
    }

    private static boolean vanishes(IExpr e, Map<ISymbol, BigDecimal> point, int digits) {
        return NumericEvaluation.evaluate(e, point, digits) instanceof Value.Real real && real.vanishes(digits);
    }

    /** A point and the zero gradient there, to show that a claimed quantity is a constant. */
    Verdict.Witness constantWitness(Claim claim) {
        return witness(points(claim.everything()).next(), "0", "the gradient of this constant");
    }

    private SamplePoints points(Collection<IExpr> expressions) {
        Set<ISymbol> rest = new TreeSet<>(java.util.Comparator.comparing(ISymbol::getSymbolName));
        expressions.forEach(e -> rest.addAll(Expr.symbols(e)));
        system.assumptions().forEach(a -> rest.addAll(Expr.symbols(a.expression())));
        List<ISymbol> variables = new ArrayList<>(system.jetSpace().free());
        variables.retainAll(rest);
        variables.forEach(rest::remove);
        return new SamplePoints(variables, rest, system.assumptions(), seed);
    }

    private boolean isInDomain(Claim claim, Map<ISymbol, BigDecimal> point) {
        for (Assumption assumption : system.assumptions()) {
            if (!NumericEvaluation.holds(assumption.condition(), point).orElse(false)) {
                return false;
            }
        }
        if (claim.domain().isPresent()
                && !NumericEvaluation.holds(claim.domain().get(), point).orElse(false)) {
            return false;
        }
        return claim.claimed().stream().allMatch(e -> isReal(e, point));
    }

    private static boolean isReal(IExpr e, Map<ISymbol, BigDecimal> point) {
        return NumericEvaluation.evaluate(e, point, SHOWN) instanceof Value.Real;
    }

    private static Verdict.Witness witness(Map<ISymbol, BigDecimal> point, String residual, String of) {
        Map<String, ISymbol> byName = new TreeMap<>();
        point.keySet().forEach(s -> byName.put(s.getSymbolName(), s));
        Map<ISymbol, String> shown = new LinkedHashMap<>();
        byName.values()
                .forEach(
                        s -> shown.put(s, point.getOrDefault(s, BigDecimal.ZERO).toPlainString()));
        return new Verdict.Witness(shown, residual, of);
    }
}
