package dev.prolong.verification;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.SamplePoints;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.equation.DifferentialSystem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Real values of free constants at which equations vanish, by changes of sign: one equation after the other. */
final class ConstantRoots {
    private static final int TRIES = 12;
    private static final int DIGITS = 45;
    private static final int HALVINGS = 170;
    private static final BigDecimal LARGEST = new BigDecimal("8.117");
    private static final BigDecimal STEP = new BigDecimal("0.3719");

    private final DifferentialSystem system;
    private final Set<ISymbol> constants;

    ConstantRoots(DifferentialSystem system, Set<ISymbol> constants) {
        this.system = system;
        this.constants = constants;
    }

    /** Values of all symbols in the equations, the roots to 45 digits; empty where none were found. */
    Optional<Map<ISymbol, BigDecimal>> of(List<IExpr> equations) {
        Set<ISymbol> symbols = new TreeSet<>(java.util.Comparator.comparing(ISymbol::getSymbolName));
        equations.forEach(e -> symbols.addAll(Expr.symbols(e)));
        symbols.addAll(system.parameters());
        SamplePoints samples = new SamplePoints(List.of(), symbols, system.assumptions(), Verification.SEED);
        for (int i = 0; i < TRIES; i++) {
            Map<ISymbol, BigDecimal> sample = samples.next();
            Optional<Map<ISymbol, BigDecimal>> found = Optional.of(sample)
                    .filter(s -> system.assumptions().stream()
                            .filter(a -> s.keySet().containsAll(Expr.symbols(a.expression())))
                            .allMatch(a ->
                                    NumericEvaluation.holds(a.condition(), s).orElse(false)))
                    .flatMap(s -> near(equations, s));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Map<ISymbol, BigDecimal>> near(List<IExpr> equations, Map<ISymbol, BigDecimal> sample) {
        Map<ISymbol, BigDecimal> values = new LinkedHashMap<>(sample);
        Set<ISymbol> left = new TreeSet<>(java.util.Comparator.comparing(ISymbol::getSymbolName));
        left.addAll(constants);
        List<IExpr> open = new ArrayList<>(equations);
        while (!open.isEmpty()) {
            IExpr next = open.stream()
                    .min(java.util.Comparator.comparingLong(
                            e -> left.stream().filter(c -> !Expr.isFreeOf(e, c)).count()))
                    .orElseThrow();
            open.remove(next);
            List<ISymbol> own =
                    left.stream().filter(c -> !Expr.isFreeOf(next, c)).toList();
            Optional<BigDecimal> root = Optional.empty();
            for (int i = 0; i < own.size() && root.isEmpty(); i++) {
                ISymbol pivot = own.get(i);
                root = root(next, pivot, values);
                root.ifPresent(r -> values.put(pivot, r));
            }
            if (root.isEmpty()) {
                return Optional.empty();
            }
            own.forEach(left::remove);
        }
        return Optional.of(values);
    }

    private static Optional<BigDecimal> root(IExpr e, ISymbol x, Map<ISymbol, BigDecimal> values) {
        Map<ISymbol, BigDecimal> at = new LinkedHashMap<>(values);
        OptionalInt before = OptionalInt.empty();
        for (BigDecimal high = LARGEST.negate(); high.compareTo(LARGEST) < 0; high = high.add(STEP)) {
            at.put(x, high);
            OptionalInt sign = sign(e, at);
            if (sign.isPresent() && before.isPresent() && sign.getAsInt() != before.getAsInt()) {
                return bisected(e, x, at, high.subtract(STEP), high, before.getAsInt());
            }
            before = sign;
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> bisected(
            IExpr e, ISymbol x, Map<ISymbol, BigDecimal> at, BigDecimal low, BigDecimal high, int signOfLow) {
        BigDecimal a = low;
        BigDecimal b = high;
        java.math.MathContext digits = new java.math.MathContext(60);
        for (int i = 0; i < HALVINGS; i++) {
            BigDecimal middle = a.add(b).multiply(new BigDecimal("0.5"), digits);
            at.put(x, middle);
            OptionalInt sign = sign(e, at);
            if (sign.isEmpty()) {
                return NumericEvaluation.evaluate(e, at, DIGITS) instanceof Value.Real
                        ? Optional.of(middle)
                        : Optional.empty();
            }
            if (sign.getAsInt() == signOfLow) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return Optional.empty();
    }

    private static OptionalInt sign(IExpr e, Map<ISymbol, BigDecimal> at) {
        return NumericEvaluation.nonZero(e, at, DIGITS)
                .map(v -> OptionalInt.of(v.value().signum()))
                .orElse(OptionalInt.empty());
    }
}
