package dev.prolong.equation;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.Expression.Name;
import dev.prolong.syntax.Extent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whole numbers as indices: {@code i}, {@code 2*i - 1}. */
final class IndexArithmetic {
    private static final BigInteger LARGEST = BigInteger.valueOf(1_000_000);

    private final Diagnostics diagnostics;
    private final Map<String, Integer> bound;

    IndexArithmetic(Diagnostics diagnostics, Map<String, Integer> bound) {
        this.diagnostics = diagnostics;
        this.bound = bound;
    }

    /** The indices; reports at the first that is no whole number of moderate size. */
    Optional<List<Integer>> indices(List<Expression> expressions) {
        List<Integer> out = new ArrayList<>();
        for (Expression e : expressions) {
            Optional<Integer> value = index(e);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            out.add(value.get());
        }
        return Optional.of(out);
    }

    private Optional<Integer> index(Expression e) {
        Optional<BigInteger> value = value(e).filter(v -> v.abs().compareTo(LARGEST) <= 0);
        if (value.isEmpty()) {
            diagnostics.report(DiagnosticKind.INDEX_NOT_WHOLE, e.span());
        }
        return value.map(BigInteger::intValueExact);
    }

    /** All numbers of an extent, in order; none where its end is before its beginning. */
    Optional<List<Integer>> all(Extent extent) {
        Optional<List<Integer>> ends = indices(List.of(extent.first(), extent.last()));
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        int first = ends.get().get(0);
        int last = ends.get().get(1);
        if ((long) last - first >= Arrays.MOST_COMPONENTS) {
            throw Diagnostic.of(
                            DiagnosticKind.TOO_MANY_COMPONENTS,
                            diagnostics.source(),
                            extent.first().span().cover(extent.last().span()),
                            Integer.toString(Arrays.MOST_COMPONENTS))
                    .asException();
        }
        List<Integer> out = new ArrayList<>();
        for (int k = first; k <= last; k++) {
            out.add(k);
        }
        return Optional.of(out);
    }

    private Optional<BigInteger> value(Expression e) {
        if (e instanceof Expression.Numeral n) {
            return n.denominator().equals(BigInteger.ONE) ? Optional.of(n.numerator()) : Optional.empty();
        }
        if (e instanceof Name name) {
            return Optional.ofNullable(bound.get(name.text())).map(BigInteger::valueOf);
        }
        if (e instanceof Expression.Negation negation) {
            return value(negation.operand()).map(BigInteger::negate);
        }
        if (e instanceof Expression.Sum sum) {
            BigInteger total = BigInteger.ZERO;
            for (Expression.Term term : sum.terms()) {
                Optional<BigInteger> v = value(term.value());
                if (v.isEmpty()) {
                    return v;
                }
                total = term.negative() ? total.subtract(v.get()) : total.add(v.get());
            }
            return Optional.of(total);
        }
        if (e instanceof Expression.Product product) {
            BigInteger total = BigInteger.ONE;
            for (Expression.Factor factor : product.factors()) {
                Optional<BigInteger> v = factor.inverse() ? Optional.empty() : value(factor.value());
                if (v.isEmpty() || total.bitLength() > Integer.SIZE) {
                    return Optional.empty();
                }
                total = total.multiply(v.get());
            }
            return Optional.of(total);
        }
        return Optional.empty();
    }
}
