package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** What symbols stand for in trees with loops: entries of arrays, and sums over a counter. Equal things have one symbol. */
final class LoopTerms {
    /** {@code Σ body} over a counter. */
    record Sum(LoopCounter counter, IExpr body) {}

    /** Above all numbers of counters in use. */
    private static final int APART = 1 << 20;

    private final Map<ISymbol, ArrayEntry> entries = new HashMap<>();
    private final Map<ISymbol, Sum> sums = new HashMap<>();
    private final Map<Object, ISymbol> symbols = new HashMap<>();
    private final Map<ISymbol, Set<LoopCounter>> counters = new HashMap<>();

    ISymbol entry(ArrayEntry entry) {
        ISymbol symbol = symbols.computeIfAbsent(entry, e -> Expr.symbol("entry " + number() + " of " + entry.array()));
        entries.put(symbol, entry);
        return symbol;
    }

    /**
     * {@code Σ body}; factors on which the counter has no effect come before the sum. The counter gets the smallest number that no
     * counter inside has, so that equal sums are equal trees.
     */
    IExpr sum(LoopCounter counter, IExpr body) {
        List<IExpr> outside = new ArrayList<>();
        List<IExpr> inside = new ArrayList<>();
        for (IExpr f : Expr.factors(body)) {
            (counters(f).contains(counter) ? inside : outside).add(f);
        }
        if (inside.isEmpty()) {
            return Expr.times(Expr.integer(counter.extent()), body);
        }
        LoopCounter apart = new LoopCounter(counter.extent(), APART + counter.number());
        IExpr free = renamed(Expr.times(inside), counter, apart);
        LoopCounter least = unused(counter.extent(), free);
        Sum sum = new Sum(least, renamed(free, apart, least));
        ISymbol symbol = symbols.computeIfAbsent(sum, s -> Expr.symbol("sum " + number()));
        sums.put(symbol, sum);
        outside.add(symbol);
        return Expr.times(outside);
    }

    /** The counter of this extent with the smallest number above those inside the tree. */
    LoopCounter unused(int extent, IExpr e) {
        Set<LoopCounter> free = counters(e);
        int number = inner(extent, e) + 1;
        while (free.contains(new LoopCounter(extent, number))) {
            number++;
        }
        return new LoopCounter(extent, number);
    }

    /** The largest number of a counter of sums in the tree; -1 where there is none. */
    private int inner(int extent, IExpr e) {
        int most = -1;
        for (ISymbol s : Expr.symbols(e)) {
            Optional<Sum> sum = sum(s);
            if (sum.isPresent()) {
                LoopCounter c = sum.get().counter();
                most = Math.max(most, inner(extent, sum.get().body()));
                most = Math.max(most, c.extent() == extent ? c.number() : -1);
            }
        }
        return most;
    }

    /** The tree with another counter in place of one that is free in it. */
    IExpr renamed(IExpr e, LoopCounter from, LoopCounter to) {
        if (from.equals(to)) {
            return e;
        }
        Map<IExpr, IExpr> changed = new HashMap<>();
        for (ISymbol s : Expr.symbols(e)) {
            if (countersOf(s).contains(from)) {
                entry(s).ifPresent(y -> changed.put(s, entry(y.renamed(from, to))));
                sum(s).ifPresent(sum -> changed.put(s, sum(sum.counter(), renamed(sum.body(), from, to))));
            }
        }
        return changed.isEmpty() ? e : Expr.substitute(e, changed);
    }

    /** The same sum with a counter that is not among those around it. */
    Sum apart(Sum sum, Set<LoopCounter> around) {
        LoopCounter other = sum.counter();
        Set<LoopCounter> free = counters(sum.body());
        while (around.contains(other) || !other.equals(sum.counter()) && free.contains(other)) {
            other = new LoopCounter(other.extent(), other.number() + 1);
        }
        return new Sum(other, renamed(sum.body(), sum.counter(), other));
    }

    private String number() {
        return String.format(java.util.Locale.ROOT, "%06d", symbols.size());
    }

    Optional<ArrayEntry> entry(IExpr symbol) {
        return symbol instanceof ISymbol s ? Optional.ofNullable(entries.get(s)) : Optional.empty();
    }

    Optional<Sum> sum(IExpr symbol) {
        return symbol instanceof ISymbol s ? Optional.ofNullable(sums.get(s)) : Optional.empty();
    }

    /** The counters on which a tree depends, those of its sums apart. */
    Set<LoopCounter> counters(IExpr e) {
        Set<LoopCounter> out = new TreeSet<>();
        for (ISymbol s : Expr.symbols(e)) {
            out.addAll(countersOf(s));
        }
        return out;
    }

    private Set<LoopCounter> countersOf(ISymbol s) {
        Set<LoopCounter> known = counters.get(s);
        if (known == null) {
            known = new TreeSet<>();
            entry(s).map(e -> e.strides().keySet()).ifPresent(known::addAll);
            Optional<Sum> sum = sum(s);
            if (sum.isPresent()) {
                known.addAll(counters(sum.get().body()));
                known.remove(sum.get().counter());
            }
            counters.put(s, known);
        }
        return known;
    }

    /** Whether a tree takes more than a few multiplications and additions. */
    boolean isExpensive(IExpr e) {
        if (!(e instanceof IAST a)) {
            return sum(e).isPresent();
        }
        boolean cheap = Expr.isSum(e)
                || Expr.isProduct(e)
                || Expr.isPower(e) && a.arg2() instanceof IRational q && q.isInteger() && !q.isNegative();
        return !cheap || Expr.arguments(e).stream().anyMatch(this::isExpensive);
    }
}
