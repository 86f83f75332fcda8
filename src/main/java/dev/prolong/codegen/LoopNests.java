package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;

/**
 * Orders loops so that nothing dear is computed again in each pass of a loop on which it does not depend: sums are interchanged,
 * {@code Σ_i a_i Σ_k W_ik s_k = Σ_k s_k Σ_i W_ik a_i}, factors go before sums that do not move them.
 *
 * <p>Source: Allen, Kennedy, Optimizing Compilers for Modern Architectures (2002), sections 5.2 (interchange) and 6.2 (distribution).
 */
final class LoopNests {
    private final LoopTerms terms;

    LoopNests(LoopTerms terms) {
        this.terms = terms;
    }

    /** A product that is summed over some counters. */
    private record Nest(Set<LoopCounter> counters, IExpr product) {}

    /** The tree with the sums among its terms in a good order. */
    IExpr normal(IExpr e) {
        List<IExpr> out = new ArrayList<>();
        for (IExpr term : Expr.terms(e)) {
            for (Nest nest : flat(term, Set.of(), Set.of())) {
                out.add(eliminated(nest, Set.of(), nest.counters()).product());
            }
        }
        return Expr.plus(out);
    }

    /** Statements that compute the same, those that meet the same entries put together where they do not reduce. */
    List<LoopStatement> normal(List<LoopStatement> statements) {
        List<LoopStatement> out = new ArrayList<>();
        for (LoopStatement s : statements) {
            for (IExpr term : Expr.terms(s.value())) {
                for (Nest nest : flat(term, s.target().strides().keySet(), new TreeSet<>(s.loops()))) {
                    out.add(ordered(s.target(), nest));
                }
            }
        }
        return together(out);
    }

    /** Statements all of whose sums are computed apart, each entry at once. */
    List<LoopStatement> gathered(List<LoopStatement> statements) {
        return together(statements.stream().map(this::gathered).toList());
    }

    private LoopStatement gathered(LoopStatement s) {
        Set<LoopCounter> kept = s.target().strides().keySet();
        Set<LoopCounter> over = new TreeSet<>(s.loops());
        over.removeAll(kept);
        List<IExpr> values = new ArrayList<>();
        for (IExpr term : Expr.terms(s.value())) {
            values.add(eliminated(new Nest(new TreeSet<>(s.loops()), term), kept, over)
                    .product());
        }
        List<LoopCounter> loops = new ArrayList<>(kept);
        loops.sort(Comparator.comparing(c -> -Math.abs(s.target().strides().getOrDefault(c, 0))));
        return new LoopStatement(s.target(), loops, Expr.plus(values));
    }

    /** Statements with the same target in the same loops as one; those that assign before those that add. */
    private List<LoopStatement> together(List<LoopStatement> statements) {
        Map<LoopStatement, List<IExpr>> values = new LinkedHashMap<>();
        for (LoopStatement s : statements) {
            List<LoopCounter> apart = IntStream.range(0, s.loops().size())
                    .mapToObj(i -> new LoopCounter(s.loops().get(i).extent(), -1 - i))
                    .toList();
            LoopStatement named = renamed(s, apart);
            values.computeIfAbsent(new LoopStatement(named.target(), apart, Expr.ZERO), k -> new ArrayList<>())
                    .add(named.value());
        }
        List<LoopStatement> out = new ArrayList<>();
        values.forEach((s, terms) -> out.add(canonical(new LoopStatement(s.target(), s.loops(), Expr.plus(terms)))));
        out.sort(Comparator.comparing(LoopStatement::reduces));
        return out;
    }

    /** The same statement with counters of the smallest numbers, the innermost first. */
    private LoopStatement canonical(LoopStatement s) {
        LoopStatement out = s;
        for (int i = s.loops().size() - 1; i >= 0; i--) {
            List<LoopCounter> loops = new ArrayList<>(out.loops());
            LoopCounter least = terms.unused(loops.get(i).extent(), out.value());
            while (loops.contains(least)) {
                least = new LoopCounter(least.extent(), least.number() + 1);
            }
            loops.set(i, least);
            out = renamed(out, loops);
        }
        return out;
    }

    /** The same statement with other counters, none of which it has already. */
    private LoopStatement renamed(LoopStatement s, List<LoopCounter> loops) {
        ArrayEntry target = s.target();
        IExpr value = s.value();
        for (int i = 0; i < loops.size(); i++) {
            value = terms.renamed(value, s.loops().get(i), loops.get(i));
            target = target.renamed(s.loops().get(i), loops.get(i));
        }
        return new LoopStatement(target, loops, value);
    }

    private LoopStatement ordered(ArrayEntry target, Nest nest) {
        Set<LoopCounter> kept = target.strides().keySet();
        Set<LoopCounter> over = new TreeSet<>(nest.counters());
        over.removeAll(kept);
        Nest shorter = eliminated(
                nest,
                kept,
                over.stream()
                        .filter(c -> helps(nest, c))
                        .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new)));
        Set<LoopCounter> first = new TreeSet<>();
        for (IExpr f : Expr.factors(shorter.product())) {
            if (terms.isExpensive(f)) {
                first.addAll(terms.counters(f));
            }
        }
        first.retainAll(shorter.counters());
        if (first.isEmpty() || first.containsAll(kept)) {
            over.retainAll(shorter.counters());
            shorter = eliminated(shorter, kept, over);
            first.retainAll(shorter.counters());
        }
        List<LoopCounter> loops = new ArrayList<>(shorter.counters());
        loops.sort(Comparator.<LoopCounter, Boolean>comparing(c -> !first.contains(c))
                .thenComparing(c -> -Math.abs(target.strides().getOrDefault(c, Integer.MAX_VALUE))));
        return new LoopStatement(target, loops, shorter.product());
    }

    /** Whether the sum over a counter can be computed with fewer loops around it than there are. */
    private boolean helps(Nest nest, LoopCounter counter) {
        return around(nest.product(), counter).size() < nest.counters().size() - 1;
    }

    /** The other counters of the factors with this one. */
    private Set<LoopCounter> around(IExpr product, LoopCounter counter) {
        Set<LoopCounter> out = new TreeSet<>();
        for (IExpr f : Expr.factors(product)) {
            Set<LoopCounter> own = terms.counters(f);
            if (own.contains(counter)) {
                out.addAll(own);
            }
        }
        out.remove(counter);
        return out;
    }

    /** The nest with the sums over some counters computed apart, the one with the fewest loops around it first. */
    private Nest eliminated(Nest nest, Set<LoopCounter> kept, Set<LoopCounter> over) {
        Set<LoopCounter> left = new TreeSet<>(over);
        left.removeAll(kept);
        IExpr product = nest.product();
        Set<LoopCounter> counters = new TreeSet<>(nest.counters());
        while (!left.isEmpty()) {
            IExpr now = product;
            LoopCounter next = left.stream()
                    .min(Comparator.<LoopCounter>comparingInt(
                                    c -> around(now, c).size())
                            .thenComparing(c -> isDear(now, c))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
            left.remove(next);
            counters.remove(next);
            product = terms.sum(next, product);
        }
        return new Nest(counters, product);
    }

    private boolean isDear(IExpr product, LoopCounter counter) {
        return Expr.factors(product).stream()
                .anyMatch(f -> terms.counters(f).contains(counter) && terms.isExpensive(f));
    }

    private List<Nest> flat(IExpr product, Set<LoopCounter> target, Set<LoopCounter> counters) {
        Set<LoopCounter> around = new TreeSet<>(target);
        around.addAll(counters);
        List<IExpr> factors = Expr.factors(product);
        for (IExpr f : factors) {
            Optional<LoopTerms.Sum> sum = terms.sum(f);
            if (sum.isPresent() && isWorthwhile(f, around)) {
                LoopTerms.Sum apart = terms.apart(sum.get(), around);
                Set<LoopCounter> more = new TreeSet<>(counters);
                more.add(apart.counter());
                return flat(Expr.terms(apart.body()), f, product, target, more);
            }
            if (Expr.isSum(f) && Expr.terms(f).stream().anyMatch(t -> hasWorthwhile(t, around))) {
                return flat(Expr.terms(f), f, product, target, counters);
            }
        }
        return List.of(new Nest(counters, product));
    }

    private List<Nest> flat(
            List<IExpr> parts, IExpr factor, IExpr product, Set<LoopCounter> target, Set<LoopCounter> counters) {
        IExpr rest = Expr.divide(product, factor);
        return parts.stream()
                .flatMap(part -> flat(Expr.times(rest, part), target, counters).stream())
                .toList();
    }

    private boolean hasWorthwhile(IExpr term, Set<LoopCounter> around) {
        return Expr.factors(term).stream()
                .anyMatch(f -> isWorthwhile(f, around)
                        || Expr.isSum(f) && Expr.terms(f).stream().anyMatch(t -> hasWorthwhile(t, around)));
    }

    /** Whether a sum holds something dear on which a counter around it has no effect. */
    private boolean isWorthwhile(IExpr e, Set<LoopCounter> around) {
        Optional<LoopTerms.Sum> found = terms.sum(e);
        if (found.isEmpty()) {
            return false;
        }
        LoopTerms.Sum sum = terms.apart(found.get(), around);
        Set<LoopCounter> inside = new TreeSet<>(around);
        inside.add(sum.counter());
        for (IExpr term : Expr.terms(sum.body())) {
            for (IExpr f : Expr.factors(term)) {
                Set<LoopCounter> own = terms.counters(f);
                if (own.contains(sum.counter()) && terms.isExpensive(f) && !own.containsAll(around)) {
                    return true;
                }
            }
            if (hasWorthwhile(term, inside)) {
                return true;
            }
        }
        return false;
    }
}
