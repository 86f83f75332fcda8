package dev.prolong.verification;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Range;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Whether expressions are real and smooth around a point whatever the free constants are: sufficient, by what each function takes. Some of
 * the coordinates may be left open; then around some point with these values of the others.
 */
final class RealNearby {
    private static final int DRAWS = 60;
    private static final int DIGITS = 12;
    private static final BigDecimal[] STEPS = {new BigDecimal("0.001"), new BigDecimal("-0.001")};

    private final DifferentialSystem system;
    private final Set<ISymbol> constants;
    private final Map<ISymbol, IExpr> point;

    RealNearby(DifferentialSystem system, Set<ISymbol> constants, Map<ISymbol, IExpr> point) {
        this.system = system;
        this.constants = constants;
        this.point = point;
    }

    boolean areReal(List<IExpr> expressions, IExpr condition) {
        Set<IExpr> fixed = new LinkedHashSet<>();
        return Expr.isFreeOf(condition, constants)
                && expressions.stream().allMatch(e -> isRational(e, fixed))
                && areRealSomewhere(fixed, condition);
    }

    /** Poles of what is rational in functions are let pass. */
    private boolean isRational(IExpr e, Set<IExpr> fixed) {
        List<IExpr> arguments = Expr.arguments(e);
        if (Expr.isSum(e) || Expr.isProduct(e)) {
            return arguments.stream().allMatch(a -> isRational(a, fixed));
        }
        return Expr.isPower(e) && arguments.get(1).isInteger() ? isRational(arguments.get(0), fixed) : isReal(e, fixed);
    }

    /** What is free of constants is noted in {@code fixed}, to be looked at by its values. */
    private boolean isReal(IExpr e, Set<IExpr> fixed) {
        if (Expr.isFreeOf(e, constants)) {
            fixed.add(e);
            return true;
        }
        if (Expr.isFreeOf(e, new LinkedHashSet<>(system.jetSpace().free()))) {
            return true;
        }
        List<IExpr> arguments = Expr.arguments(e);
        if (Expr.isIntegral(e) || Expr.isPiecewise(e) || !arguments.stream().allMatch(a -> isReal(a, fixed))) {
            return false;
        }
        if (Expr.isSum(e) || Expr.isProduct(e) || Expr.isArbitrary(e)) {
            return true;
        }
        if (Expr.isPower(e)) {
            IExpr base = arguments.get(0);
            return arguments.get(1) instanceof IInteger n
                    ? n.isPositive() || isPositive(base) || isPositive(Expr.negate(base))
                    : isPositive(base);
        }
        return Elementary.byHead(e.head())
                .filter(f -> takes(f, arguments.get(0)))
                .isPresent();
    }

    private boolean takes(Elementary f, IExpr argument) {
        return switch (f) {
            case SIN, COS, SINH, COSH, TANH, SECH, ATAN, ASINH, ERF, ERFI -> true;
            case COTH, CSCH -> isPositive(argument) || isPositive(Expr.negate(argument));
            case TAN, SEC -> Expr.substitute(argument, point).equals(Expr.ZERO);
            case LOG -> isPositive(argument);
            case ABS, SIGN, EI -> isPositive(argument) || isPositive(Expr.negate(argument));
            case ASIN, ACOS, ATANH -> isPositive(Expr.minus(Expr.ONE, Expr.power(argument, 2)));
            case ACOSH -> isPositive(Expr.minus(argument, Expr.ONE));
            case LAMBERTW -> isPositive(Expr.plus(argument, Expr.rational(1, 3)));
            case CSC, COT, MIN, MAX -> false;
        };
    }

    /** At the point, and so around it. */
    private boolean isPositive(IExpr e) {
        return Range.of(Expr.substitute(e, point), system.assumptions()).isPositive();
    }

    private boolean areRealSomewhere(Set<IExpr> fixed, IExpr condition) {
        Set<ISymbol> symbols = new LinkedHashSet<>(system.jetSpace().free());
        Set<ISymbol> rest = new java.util.TreeSet<>(java.util.Comparator.comparing(ISymbol::getSymbolName));
        rest.addAll(system.parameters());
        system.assumptions().forEach(a -> rest.addAll(Expr.symbols(a.expression())));
        rest.removeAll(symbols);
        SamplePoints samples = new SamplePoints(symbols, rest, system.assumptions(), Verification.SEED);
        for (int i = 0; i < DRAWS; i++) {
            Map<ISymbol, BigDecimal> sample = samples.next();
            point.forEach((v, value) -> sample.put(v, decimal((IRational) value)));
            if (isAdmitted(sample) && around(sample).stream().allMatch(p -> isRealAt(fixed, condition, p))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAdmitted(Map<ISymbol, BigDecimal> sample) {
        return system.assumptions().stream()
                .map(Assumption::condition)
                .allMatch(c -> NumericEvaluation.holds(c, sample).orElse(false));
    }

    private List<Map<ISymbol, BigDecimal>> around(Map<ISymbol, BigDecimal> sample) {
        List<Map<ISymbol, BigDecimal>> out = new ArrayList<>(List.of(sample));
        for (ISymbol v : point.keySet()) {
            for (BigDecimal step : STEPS) {
                Map<ISymbol, BigDecimal> moved = new java.util.LinkedHashMap<>(sample);
                moved.merge(v, step, BigDecimal::add);
                out.add(moved);
            }
        }
        return out;
    }

    private static boolean isRealAt(Set<IExpr> fixed, IExpr condition, Map<ISymbol, BigDecimal> p) {
        return NumericEvaluation.holds(condition, p).orElse(false)
                && fixed.stream().allMatch(e -> NumericEvaluation.evaluate(e, p, DIGITS) instanceof Value.Real);
    }

    private static BigDecimal decimal(IRational q) {
        return new BigDecimal(q.toBigNumerator())
                .divide(new BigDecimal(q.toBigDenominator()), java.math.MathContext.DECIMAL64);
    }
}
