package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/**
 * Splits expressions with cases into smooth pieces.
 *
 * <p>The boundaries are where {@code u = c} for some subexpression u and number c. The open intervals between the boundaries of each u
 * give the pieces; on each, every {@code piecewise, abs, sign, min, max} is the one branch that holds there.
 */
public final class Pieces {
    private static final int MOST_PIECES = 256;

    /** One piece: an open condition, and the expressions on it. */
    public record Piece(IExpr condition, List<IExpr> expressions) {
        public Piece {
            expressions = List.copyOf(expressions);
        }
    }

    /** {@code factor · (u − threshold)}, the form in which two sides are compared. */
    private record Boundary(IExpr u, IExpr threshold, int orientation) {}

    private Pieces() {}

    /** Whether the tree has cases. */
    public static boolean hasCases(IExpr e) {
        return !Expr.subtrees(e, Pieces::isConditional).isEmpty();
    }

    /**
     * The pieces on which all the expressions are smooth, in increasing order of the boundaries; one piece with condition true if they
     * have no cases; empty if there would be too many.
     */
    public static Optional<List<Piece>> of(List<IExpr> expressions) {
        List<Piece> out = List.of(new Piece(Condition.TRUE, expressions));
        while (out.stream().anyMatch(p -> p.expressions().stream().anyMatch(Pieces::hasCases))) {
            List<Piece> next = new ArrayList<>();
            for (Piece p : out) {
                Optional<List<Piece>> parts = split(p);
                if (parts.isEmpty() || next.size() + parts.get().size() > MOST_PIECES) {
                    return Optional.empty();
                }
                next.addAll(parts.get());
            }
            out = next;
        }
        return Optional.of(out);
    }

    /** Splits by the boundaries of the innermost conditionals; empty if there would be too many. */
    private static Optional<List<Piece>> split(Piece piece) {
        Map<IExpr, Set<IExpr>> thresholds = new TreeMap<>(Order.INSTANCE);
        for (IExpr e : piece.expressions()) {
            for (IExpr node : Expr.subtrees(e, Pieces::isConditional)) {
                if (innermost(node)) {
                    boundaries(node)
                            .forEach(b -> thresholds
                                    .computeIfAbsent(b.u(), u -> new TreeSet<>(Numbers::compare))
                                    .add(b.threshold()));
                }
            }
        }
        List<Map<IExpr, Interval>> cells = List.of(Map.of());
        for (Map.Entry<IExpr, Set<IExpr>> entry : thresholds.entrySet()) {
            List<Map<IExpr, Interval>> refined = new ArrayList<>();
            for (Map<IExpr, Interval> cell : cells) {
                for (Interval interval : Interval.between(new ArrayList<>(entry.getValue()))) {
                    if (interval.meets(known(piece.condition(), entry.getKey()))) {
                        Map<IExpr, Interval> copy = new TreeMap<>(Order.INSTANCE);
                        copy.putAll(cell);
                        copy.put(entry.getKey(), interval);
                        refined.add(copy);
                    }
                }
            }
            cells = refined;
            if (cells.size() > MOST_PIECES) {
                return Optional.empty();
            }
        }
        return Optional.of(cells.stream().map(cell -> on(piece, cell)).toList());
    }

    private static Piece on(Piece piece, Map<IExpr, Interval> cell) {
        List<IExpr> conditions = new ArrayList<>();
        Map<IExpr, Interval> before = intervals(piece.condition());
        before.forEach((u, interval) -> {
            if (!cell.containsKey(u)) {
                conditions.add(interval.condition(u));
            }
        });
        cell.forEach((u, interval) -> conditions.add(interval.and(before.get(u)).condition(u)));
        return new Piece(
                Condition.and(conditions),
                piece.expressions().stream().map(e -> resolve(e, cell)).toList());
    }

    private static IExpr resolve(IExpr e, Map<IExpr, Interval> cell) {
        if (!(e instanceof IAST a)) {
            return e;
        }
        if (isConditional(e) && innermost(e)) {
            return branch(a, cell);
        }
        if (Expr.isPiecewise(e)) {
            List<Expr.Branch> branches = Expr.branches(a).stream()
                    .map(b -> new Expr.Branch(resolveCondition(b.condition(), cell), resolve(b.value(), cell)))
                    .toList();
            return Expr.piecewise(branches, resolve(a.arg2(), cell));
        }
        List<IExpr> arguments =
                Expr.arguments(a).stream().map(x -> resolve(x, cell)).toList();
        return arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
    }

    private static IExpr resolveCondition(IExpr condition, Map<IExpr, Interval> cell) {
        if (condition.isAST(S.And) || condition.isAST(S.Or) || Condition.isComparison(condition)) {
            List<IExpr> parts = Expr.arguments(condition).stream()
                    .map(c -> condition.isAST(S.And) || condition.isAST(S.Or)
                            ? resolveCondition(c, cell)
                            : resolve(c, cell))
                    .toList();
            return Expr.rebuild(condition.head(), parts);
        }
        return condition;
    }

    private static IExpr branch(IAST a, Map<IExpr, Interval> cell) {
        if (Expr.isPiecewise(a)) {
            for (Expr.Branch b : Expr.branches(a)) {
                if (holds(b.condition(), cell)) {
                    return b.value();
                }
            }
            return a.arg2();
        }
        Elementary f = Elementary.byHead(a.head()).orElseThrow();
        if (f.variadic()) {
            IExpr out = a.arg1();
            for (IExpr b : Expr.arguments(a).subList(1, a.argSize())) {
                boolean greater = sign(Expr.minus(out, b), cell) > 0;
                out = greater == (f == Elementary.MAX) ? out : b;
            }
            return out;
        }
        int sign = sign(a.arg1(), cell);
        return f == Elementary.SIGN ? Expr.integer(sign) : Expr.times(Expr.integer(sign), a.arg1());
    }

    private static boolean holds(IExpr condition, Map<IExpr, Interval> cell) {
        if (condition.equals(Condition.TRUE) || condition.equals(Condition.FALSE)) {
            return condition.equals(Condition.TRUE);
        }
        if (condition.isAST(S.And)) {
            return Expr.arguments(condition).stream().allMatch(c -> holds(c, cell));
        }
        if (condition.isAST(S.Or)) {
            return Expr.arguments(condition).stream().anyMatch(c -> holds(c, cell));
        }
        IAST c = (IAST) condition;
        if (c.isAST(S.Equal) || c.isAST(S.Unequal)) {
            return c.isAST(S.Unequal);
        }
        int sign = sign(Expr.minus(c.arg1(), c.arg2()), cell);
        return c.isAST(S.Greater) || c.isAST(S.GreaterEqual) ? sign > 0 : sign < 0;
    }

    private static int sign(IExpr g, Map<IExpr, Interval> cell) {
        if (g instanceof IRational) {
            return Numbers.signum(g);
        }
        Boundary b = boundary(g);
        Interval interval = cell.get(b.u());
        return b.orientation() * (interval == null || interval.isAbove(b.threshold()) ? 1 : -1);
    }

    private static boolean isConditional(IExpr e) {
        return Expr.isPiecewise(e)
                || Elementary.byHead(e.head()).map(f -> !f.smooth()).orElse(false);
    }

    private static boolean innermost(IExpr node) {
        return Expr.subtrees(node, Pieces::isConditional).size() == 1;
    }

    private static List<Boundary> boundaries(IExpr node) {
        List<Boundary> out = new ArrayList<>();
        if (Expr.isPiecewise(node)) {
            for (Expr.Branch b : Expr.branches((IAST) node)) {
                for (IExpr c : Expr.subtrees(b.condition(), Condition::isComparison)) {
                    addBoundary(Expr.minus(((IAST) c).arg1(), ((IAST) c).arg2()), out);
                }
            }
            return out;
        }
        List<IExpr> arguments = Expr.arguments(node);
        if (arguments.size() == 1) {
            addBoundary(arguments.get(0), out);
        }
        for (int i = 0; i < arguments.size(); i++) {
            for (int j = i + 1; j < arguments.size(); j++) {
                addBoundary(Expr.minus(arguments.get(i), arguments.get(j)), out);
            }
        }
        return out;
    }

    private static void addBoundary(IExpr g, List<Boundary> out) {
        if (!(g instanceof IRational)) {
            out.add(boundary(g));
        }
    }

    private static Boundary boundary(IExpr g) {
        List<IExpr> terms = Expr.terms(g);
        IExpr scale = Sums.coefficient(terms.get(0));
        IExpr number = terms.get(terms.size() - 1) instanceof IRational c && terms.size() > 1 ? c : Expr.ZERO;
        IExpr inverse = Expr.power(scale, -1);
        return new Boundary(
                Expr.times(inverse, Expr.minus(g, number)),
                Expr.times(Expr.negate(number), inverse),
                Numbers.signum(scale));
    }

    /** The intervals that an earlier condition already sets. */
    private static Map<IExpr, Interval> intervals(IExpr condition) {
        Map<IExpr, Interval> out = new HashMap<>();
        for (IExpr c : Expr.subtrees(condition, Condition::isComparison)) {
            IAST a = (IAST) c;
            Interval side = a.isAST(S.Greater)
                    ? new Interval(Optional.of(a.arg2()), Optional.empty())
                    : new Interval(Optional.empty(), Optional.of(a.arg2()));
            out.merge(a.arg1(), side, Interval::and);
        }
        Map<IExpr, Interval> sorted = new TreeMap<>(Order.INSTANCE);
        sorted.putAll(out);
        return sorted;
    }

    /** A conjunction of strict comparisons with each quantity's interval stated once; false where one of them is empty. */
    public static IExpr conjunction(List<IExpr> conditions) {
        Map<IExpr, Interval> cells = new TreeMap<>(Order.INSTANCE);
        for (IExpr condition : conditions) {
            for (IExpr c : Expr.subtrees(condition, Condition::isComparison)) {
                IAST a = (IAST) c;
                IExpr gap = Expr.minus(a.arg1(), a.arg2());
                boolean strict = a.isAST(S.Greater) || a.isAST(S.Less);
                if (!strict || gap instanceof IRational) {
                    return Condition.and(conditions);
                }
                Boundary b = boundary(gap);
                boolean above = a.isAST(S.Greater) == b.orientation() > 0;
                Optional<IExpr> end = Optional.of(b.threshold());
                Interval side = above ? new Interval(end, Optional.empty()) : new Interval(Optional.empty(), end);
                cells.merge(b.u(), side, Interval::and);
            }
        }
        List<IExpr> parts = new ArrayList<>();
        for (Map.Entry<IExpr, Interval> cell : cells.entrySet()) {
            if (!cell.getValue().meets(cell.getValue())) {
                return Condition.FALSE;
            }
            parts.add(cell.getValue().condition(cell.getKey()));
        }
        return Condition.and(parts);
    }

    private static Interval known(IExpr condition, IExpr u) {
        return intervals(condition).getOrDefault(u, Interval.LINE);
    }
}
