package dev.prolong.codegen;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Puts logarithms {@code c1 log|p1| + c2 log|p2| + ..} whose coefficients are in rational ratio together to {@code c log|p/q|}, where
 * {@code p - q} is simpler than p or q: then {@code log|p/q| = log|1 + (p - q)/q|} keeps its digits where the quotient is near 1.
 */
final class LogarithmQuotients {
    private static final String RATIO = "logAbsRatio";
    private static final String LOG_ABS_1P = "logAbs1p";
    private static final BigInteger HIGHEST_POWER = BigInteger.valueOf(4);

    private LogarithmQuotients() {}

    /** {@code coefficient · log|argument|}, the coefficient split into a number and the rest. */
    private record Term(IExpr tree, IRational number, IExpr rest, IExpr argument) {}

    static Optional<IExpr> merged(IExpr e) {
        Map<IExpr, List<Term>> groups = new LinkedHashMap<>();
        for (IExpr term : Expr.terms(e)) {
            logarithm(term)
                    .ifPresent(t -> groups.computeIfAbsent(t.rest(), r -> new ArrayList<>())
                            .add(t));
        }
        for (List<Term> group : groups.values()) {
            Optional<IExpr> together = together(group);
            if (together.isPresent()) {
                List<IExpr> terms = new ArrayList<>(Expr.terms(e));
                group.forEach(t -> terms.remove(t.tree()));
                terms.add(together.get());
                return Optional.of(Expr.plus(terms));
            }
        }
        return Optional.empty();
    }

    private static Optional<Term> logarithm(IExpr term) {
        List<IExpr> rest = new ArrayList<>();
        IRational number = (IRational) Expr.ONE;
        IExpr argument = null;
        for (IExpr factor : Expr.factors(term)) {
            Optional<IExpr> found = argument(factor);
            if (found.isPresent() && argument == null) {
                argument = found.get();
            } else if (factor instanceof IRational q) {
                number = q;
            } else {
                rest.add(factor);
            }
        }
        return argument == null ? Optional.empty() : Optional.of(new Term(term, number, Expr.times(rest), argument));
    }

    private static Optional<IExpr> argument(IExpr e) {
        if (!(e instanceof IAST a) || a.size() != 2) {
            return Optional.empty();
        }
        if (a.head().equals(Expr.symbol(LOG_ABS_1P))) {
            return Optional.of(Expr.plus(Expr.ONE, a.arg1()));
        }
        return a.head().equals(Elementary.LOG.head())
                        && a.arg1() instanceof IAST inner
                        && inner.head().equals(Elementary.ABS.head())
                ? Optional.of(inner.arg1())
                : Optional.empty();
    }

    private static Optional<IExpr> together(List<Term> group) {
        BigInteger multiple = BigInteger.ONE;
        for (Term t : group) {
            BigInteger d = t.number().toBigDenominator();
            multiple = multiple.multiply(d).divide(multiple.gcd(d));
        }
        BigInteger common = BigInteger.ZERO;
        for (Term t : group) {
            common = common.gcd(scaled(t, multiple));
        }
        List<IExpr> above = new ArrayList<>();
        List<IExpr> below = new ArrayList<>();
        for (Term t : group) {
            BigInteger n = scaled(t, multiple).divide(common);
            if (n.abs().compareTo(HIGHEST_POWER) > 0) {
                return Optional.empty();
            }
            for (IExpr factor : Expr.factors(t.argument())) {
                boolean reciprocal =
                        Expr.isPower(factor) && ((IAST) factor).arg2() instanceof IRational q && q.isNegative();
                IExpr base = reciprocal ? Expr.power(factor, Expr.MINUS_ONE) : factor;
                (reciprocal == n.signum() > 0 ? below : above)
                        .add(Expr.power(base, n.abs().longValueExact()));
            }
        }
        IExpr coefficient =
                Expr.times(Expr.rational(common, multiple), group.get(0).rest());
        return above.isEmpty() || below.isEmpty()
                ? Optional.empty()
                : ratio(Expr.times(above), Expr.times(below)).map(r -> Expr.times(coefficient, r));
    }

    private static BigInteger scaled(Term t, BigInteger multiple) {
        return t.number().toBigNumerator().multiply(multiple).divide(t.number().toBigDenominator());
    }

    /** {@code log|p/q|}, if {@code p - q} is simpler than p or q. */
    private static Optional<IExpr> ratio(IExpr p, IExpr q) {
        var symbols = Expr.symbols(Expr.plus(p, q));
        Optional<Map<IExpr, IExpr>> whole = Polynomials.coefficients(p, symbols);
        Optional<Map<IExpr, IExpr>> other = Polynomials.coefficients(q, symbols);
        Optional<Map<IExpr, IExpr>> gap = Polynomials.coefficients(Expr.minus(p, q), symbols);
        if (whole.isEmpty() || other.isEmpty() || gap.isEmpty()) {
            return Optional.empty();
        }
        List<IExpr> terms = new ArrayList<>();
        gap.get().forEach((monomial, c) -> {
            if (!c.equals(Expr.ZERO)) {
                terms.add(Expr.times(c, monomial));
            }
        });
        return terms.size() == 1 && Math.max(whole.get().size(), other.get().size()) > 1
                ? Optional.of(Expr.apply(Expr.symbol(RATIO), List.of(p, q, terms.get(0))))
                : Optional.empty();
    }
}
