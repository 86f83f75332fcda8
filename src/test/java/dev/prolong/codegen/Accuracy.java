package dev.prolong.codegen;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import dev.prolong.algebra.numeric.NumericEvaluation;
import dev.prolong.algebra.numeric.Value;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.verification.Judged;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Compares what generated classes compute with references of many digits, in units of {@code 1 + condition number}. */
final class Accuracy {
    /** How far one class is off at one point. */
    record Finding(
            String what, Map<ISymbol, BigDecimal> point, double found, double wanted, double error, double condition) {
        /** The relative error over {@code 1 + condition}. */
        double scaled() {
            return error / (1 + condition);
        }
    }

    private final int digits;
    private final CodeRequest request;
    private final ClassLoader loader;
    private final List<ISymbol> symbols = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final boolean printed;
    private final Map<Place, Optional<BigDecimal>> references;

    /** A tree at a point. */
    private record Place(IExpr tree, Map<ISymbol, BigDecimal> point) {}

    Accuracy(DerivationResult result, int digits) {
        this(result, digits, false, new HashMap<>());
    }

    /** @param printed whether the printed forms are examined, computed in floating-point numbers as they stand, in place of generated code */
    private Accuracy(
            DerivationResult result, int digits, boolean printed, Map<Place, Optional<BigDecimal>> references) {
        this.digits = digits;
        this.printed = printed;
        this.references = references;
        this.request = CodeRequest.of(result, "generated", "prolong generate");
        this.loader = InMemoryCompiler.compile(JavaTarget.generate(request).files());
        symbols.add(request.system().independent());
        symbols.addAll(request.coordinates());
        symbols.addAll(request.system().parameters());
    }

    /** The printed forms of the same quantities, held against the same references. */
    Accuracy ofPrinted(DerivationResult result) {
        return new Accuracy(result, digits, true, references);
    }

    static int quantities(DerivationResult result) {
        CaseResult overall = result.overall();
        return overall.conserved().size();
    }

    List<Finding> findings() {
        return findings;
    }

    List<ISymbol> symbols() {
        return symbols;
    }

    /** Compares all quantities at a point, given in the order time, states, parameters; says how many had a finite reference. */
    int compare(double... point) {
        int met = 0;
        for (int i = 0; i < request.quantities().size(); i++) {
            Judged<ConservedQuantity> judged = request.quantities().get(i);
            met += compare(judged.claim(), JavaNames.className(request.system().name()) + CodeRequest.name(i), point)
                    ? 1
                    : 0;
        }
        return met;
    }

    private boolean compare(ConservedQuantity quantity, String type, double[] point) {
        Map<ISymbol, BigDecimal> exact = new LinkedHashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            exact.put(symbols.get(i), new BigDecimal(point[i]));
        }
        if (quantity.domain().isPresent()
                && !NumericEvaluation.holds(quantity.domain().get(), exact).orElse(false)) {
            return false;
        }
        int states = request.coordinates().size();
        double[] x = java.util.Arrays.copyOfRange(point, 1, 1 + states);
        double[] p = java.util.Arrays.copyOfRange(point, 1 + states, point.length);
        Optional<Double> wanted = reference(quantity.expression(), exact);
        if (wanted.isEmpty() || Double.isInfinite(wanted.get())) {
            return false;
        }
        double value;
        double[] gradient;
        if (printed) {
            value = asPrinted(quantity.expression(), point);
            gradient = symbols.stream()
                    .mapToDouble(s -> asPrinted(Differentiation.derivative(quantity.expression(), s), point))
                    .toArray();
        } else {
            GeneratedQuantity code = new GeneratedQuantity(loader, "generated." + type);
            value = code.value(point[0], x, p);
            gradient = code.gradient(point[0], x, p);
        }
        note(type + ".value", exact, value, quantity.expression(), 0);
        double size = Math.abs(wanted.get());
        for (int i = 0; i < symbols.size(); i++) {
            size += Math.abs(point[i] * gradient[i]);
        }
        for (int i = 0; i < symbols.size(); i++) {
            IExpr derivative = Differentiation.derivative(quantity.expression(), symbols.get(i));
            double unit = Math.abs(point[i]);
            note(type + ".gradient[" + i + "]", exact, gradient[i], derivative, unit == 0 ? 0 : size / unit);
        }
        return true;
    }

    private double asPrinted(IExpr e, double[] point) {
        return DoubleEvaluation.of(e, symbols).at(point);
    }

    /** @param size where the components of a gradient add up terms of this size, so that their errors are measured by it */
    private void note(String what, Map<ISymbol, BigDecimal> point, double found, IExpr reference, double size) {
        Optional<BigDecimal> wanted = value(reference, point);
        if (wanted.isEmpty() || Double.isInfinite(wanted.get().doubleValue())) {
            return;
        }
        BigDecimal exact = wanted.get();
        double w = exact.doubleValue();
        double unit = Math.max(Math.max(Math.abs(w), Double.isFinite(size) ? size : 0), Double.MIN_NORMAL);
        double error = Double.isFinite(found)
                ? new BigDecimal(found)
                        .subtract(exact)
                        .divide(new BigDecimal(unit), MathContext.DECIMAL64)
                        .abs()
                        .doubleValue()
                : Double.POSITIVE_INFINITY;
        double condition = error < 1e-14 ? 0 : condition(reference, point, w);
        findings.add(new Finding(what, point, found, w, error, condition));
    }

    /** {@code Σ |x_i ∂f/∂x_i| / |f|}. */
    private double condition(IExpr f, Map<ISymbol, BigDecimal> point, double value) {
        double sum = 0;
        for (ISymbol s : symbols) {
            double d = value(Differentiation.derivative(f, s), point)
                    .map(BigDecimal::doubleValue)
                    .orElse(0.0);
            sum += Math.abs(point.get(s).doubleValue() * d);
        }
        return sum / Math.abs(value);
    }

    private Optional<Double> reference(IExpr e, Map<ISymbol, BigDecimal> point) {
        return value(e, point).map(BigDecimal::doubleValue);
    }

    private Optional<BigDecimal> value(IExpr e, Map<ISymbol, BigDecimal> point) {
        return references.computeIfAbsent(new Place(e, point), p -> evaluated(e, point));
    }

    private Optional<BigDecimal> evaluated(IExpr e, Map<ISymbol, BigDecimal> point) {
        return NumericEvaluation.evaluate(e, point, digits) instanceof Value.Real r
                        && (r.digits() > 17 || r.error() == 0)
                ? Optional.of(r.value())
                : Optional.empty();
    }
}
