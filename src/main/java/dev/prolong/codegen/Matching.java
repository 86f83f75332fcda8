package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Matching of patterns against trees, modulo the order of terms and factors. A variable that stands alone in a sum or product takes all
 * that the other terms leave.
 */
final class Matching {
    private final Set<ISymbol> variables;

    Matching(Set<ISymbol> variables) {
        this.variables = variables;
    }

    /** All values of the variables, beyond those given, under which the pattern is the tree. */
    List<Map<ISymbol, IExpr>> all(IExpr pattern, IExpr e, Map<ISymbol, IExpr> given) {
        if (pattern instanceof ISymbol s && variables.contains(s)) {
            IExpr value = given.get(s);
            return value == null ? List.of(with(given, s, e)) : value.equals(e) ? List.of(given) : List.of();
        }
        if (!(pattern instanceof IAST p)) {
            return pattern.equals(e) ? List.of(given) : List.of();
        }
        if (variables.stream().noneMatch(v -> !Expr.isFreeOf(pattern, v))) {
            return pattern.equals(e) ? List.of(given) : List.of();
        }
        if (Expr.isSum(p) || Expr.isProduct(p)) {
            boolean negated = Expr.isProduct(p) && isNegation(p);
            if (negated) {
                // A negated variable or term matches whatever the opposite of the tree is.
                return all(Expr.negate(p), Expr.negate(e), given);
            }
            if (Expr.isProduct(p) && p.arg1() instanceof IRational q) {
                return all(Expr.divide(p, q), Expr.divide(e, q), given);
            }
            return Expr.isSum(p) == Expr.isSum(e) && (Expr.isSum(e) || Expr.isProduct(e))
                    ? unordered(sorted(Expr.arguments(p)), Expr.arguments(e), given, Expr.isSum(p), true)
                    : List.of();
        }
        if (!(e instanceof IAST a) || !a.head().equals(p.head()) || a.size() != p.size()) {
            return List.of();
        }
        List<Map<ISymbol, IExpr>> found = List.of(given);
        for (int i = 1; i < p.size() && !found.isEmpty(); i++) {
            List<Map<ISymbol, IExpr>> next = new ArrayList<>();
            for (Map<ISymbol, IExpr> f : found) {
                next.addAll(all(p.get(i), a.get(i), f));
            }
            found = next;
        }
        return found;
    }

    private static boolean isNegation(IAST product) {
        return product.arg1().equals(Expr.MINUS_ONE);
    }

    /** Compound patterns first: variables take what is left. */
    private List<IExpr> sorted(List<IExpr> patterns) {
        List<IExpr> out = new ArrayList<>();
        patterns.stream().filter(p -> !isVariable(p)).forEach(out::add);
        patterns.stream().filter(this::isVariable).forEach(out::add);
        return out;
    }

    private boolean isVariable(IExpr p) {
        return p instanceof ISymbol s && variables.contains(s);
    }

    private List<Map<ISymbol, IExpr>> unordered(
            List<IExpr> patterns, List<IExpr> parts, Map<ISymbol, IExpr> given, boolean sum, boolean whole) {
        if (patterns.isEmpty()) {
            return parts.isEmpty() || !whole ? List.of(given) : List.of();
        }
        IExpr first = patterns.get(0);
        List<IExpr> rest = patterns.subList(1, patterns.size());
        if (isVariable(first)) {
            IExpr value = given.get((ISymbol) first);
            if (value == null) {
                return rest.isEmpty() && !parts.isEmpty()
                        ? List.of(with(given, (ISymbol) first, sum ? Expr.plus(parts) : Expr.times(parts)))
                        : List.of();
            }
            return without(parts, sum ? Expr.terms(value) : Expr.factors(value))
                    .map(left -> unordered(rest, left, given, sum, whole))
                    .orElse(List.of());
        }
        List<Map<ISymbol, IExpr>> out = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (Map<ISymbol, IExpr> found : all(first, parts.get(i), given)) {
                List<IExpr> left = new ArrayList<>(parts);
                left.remove(i);
                out.addAll(unordered(rest, left, found, sum, whole));
            }
        }
        return out;
    }

    /** The sum in which {@code k} times the pattern, for any factor {@code k}, is replaced by {@code k} times the replacement. */
    Optional<IExpr> partOfSum(IExpr pattern, IExpr replacement, IExpr e) {
        List<IExpr> patterns = compoundFirst(Expr.arguments(pattern));
        List<IExpr> terms = Expr.arguments(e);
        for (IExpr term : terms) {
            for (Scaled start : scaled(patterns.get(0), term)) {
                Optional<IExpr> done = rest(patterns, terms, term, start, replacement);
                if (done.isPresent()) {
                    return done;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<IExpr> rest(List<IExpr> patterns, List<IExpr> terms, IExpr used, Scaled start, IExpr replacement) {
        List<IExpr> left = new ArrayList<>(terms);
        left.remove(used);
        Map<ISymbol, IExpr> found = start.values();
        for (IExpr p : patterns.subList(1, patterns.size())) {
            Map<ISymbol, IExpr> known = found;
            Optional<List<IExpr>> remaining;
            if (variables.stream().allMatch(v -> Expr.isFreeOf(p, v) || known.containsKey(v))) {
                remaining = without(left, Expr.terms(distribute(start.factor(), Expr.substitute(p, found))));
            } else {
                Optional<Scaled> match = left.stream()
                        .flatMap(t -> all(p, Expr.divide(t, start.factor()), known).stream()
                                .map(values -> new Scaled(t, values)))
                        .findFirst();
                List<IExpr> before = left;
                remaining = match.flatMap(m -> without(before, List.of(m.factor())));
                found = match.map(Scaled::values).orElse(found);
            }
            if (remaining.isEmpty()) {
                return Optional.empty();
            }
            left = remaining.get();
        }
        List<IExpr> out = new ArrayList<>(left);
        out.add(Expr.times(start.factor(), Expr.substitute(replacement, found)));
        return Optional.of(Expr.plus(out));
    }

    /** A term that is {@code factor} times a pattern. */
    private record Scaled(IExpr factor, Map<ISymbol, IExpr> values) {}

    private List<Scaled> scaled(IExpr pattern, IExpr term) {
        List<IExpr> patternFactors = new ArrayList<>(Expr.factors(pattern));
        IExpr number = patternFactors.get(0) instanceof IRational ? patternFactors.remove(0) : Expr.ONE;
        List<Scaled> out = new ArrayList<>();
        for (Map<ISymbol, IExpr> found :
                unordered(sorted(patternFactors), Expr.factors(term), Map.of(), false, false)) {
            IExpr matched = Expr.times(number, Expr.substitute(Expr.times(patternFactors), found));
            out.add(new Scaled(Expr.divide(term, matched), found));
        }
        return out;
    }

    /** The product in which the pattern is replaced. */
    Optional<IExpr> partOfProduct(IExpr pattern, IExpr replacement, IExpr e) {
        for (Map<ISymbol, IExpr> found :
                unordered(sorted(Expr.arguments(pattern)), Expr.arguments(e), Map.of(), false, false)) {
            IExpr matched = Expr.substitute(pattern, found);
            return Optional.of(Expr.times(Expr.divide(e, matched), Expr.substitute(replacement, found)));
        }
        return Optional.empty();
    }

    private List<IExpr> compoundFirst(List<IExpr> patterns) {
        List<IExpr> out = new ArrayList<>();
        patterns.stream()
                .filter(p -> p instanceof IAST && !isNegatedVariable(p))
                .forEach(out::add);
        patterns.stream().filter(p -> !out.contains(p)).forEach(out::add);
        return out;
    }

    private boolean isNegatedVariable(IExpr p) {
        return Expr.isProduct(p) && isVariable(Expr.negate(p));
    }

    private static IExpr distribute(IExpr factor, IExpr e) {
        return Expr.plus(Expr.terms(e).stream().map(t -> Expr.times(factor, t)).toList());
    }

    private static Optional<List<IExpr>> without(List<IExpr> parts, List<IExpr> removed) {
        List<IExpr> left = new ArrayList<>(parts);
        return removed.stream().allMatch(left::remove) ? Optional.of(left) : Optional.empty();
    }

    private static Map<ISymbol, IExpr> with(Map<ISymbol, IExpr> given, ISymbol s, IExpr value) {
        Map<ISymbol, IExpr> out = new HashMap<>(given);
        out.put(s, value);
        return out;
    }
}
