package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.numeric.DoubleEvaluation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** A union of open intervals of one expression with numbers as ends, read from and written as a condition: the simplest equal one. */
final class IntervalUnion {
    private static final IExpr LOWEST = F.CNInfinity;
    private static final IExpr HIGHEST = F.CInfinity;

    private IntervalUnion() {}

    private record Segment(IExpr low, IExpr high) {
        boolean isEmpty() {
            return compare(low, high) >= 0;
        }
    }

    /** The condition as a union of disjoint intervals, if it is one about a single expression; else as it was. */
    static IExpr simplified(IExpr condition) {
        List<IExpr> subjects = subjects(condition);
        if (subjects.size() != 1) {
            return condition;
        }
        return segments(condition, subjects.get(0))
                .map(segments -> written(segments, subjects.get(0)))
                .orElse(condition);
    }

    private static List<IExpr> subjects(IExpr condition) {
        return Expr.subtrees(condition, Condition::isComparison).stream()
                .flatMap(c -> Expr.arguments(c).stream())
                .filter(e -> !Expr.symbols(e).isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<List<Segment>> segments(IExpr condition, IExpr u) {
        if (condition.isAST(S.And) || condition.isAST(S.Or)) {
            boolean and = condition.isAST(S.And);
            List<Segment> out = and ? List.of(new Segment(LOWEST, HIGHEST)) : List.of();
            for (IExpr part : Expr.arguments(condition)) {
                Optional<List<Segment>> segments = segments(part, u);
                if (segments.isEmpty()) {
                    return segments;
                }
                out = and ? intersection(out, segments.get()) : union(out, segments.get());
            }
            return Optional.of(out);
        }
        boolean less = condition.isAST(S.Less);
        if (!less && !condition.isAST(S.Greater)) {
            return Optional.empty();
        }
        IAST c = (IAST) condition;
        boolean subjectFirst = c.arg1().equals(u);
        IExpr bound = subjectFirst ? c.arg2() : c.arg1();
        return Optional.of(List.of(less == subjectFirst ? new Segment(LOWEST, bound) : new Segment(bound, HIGHEST)));
    }

    private static List<Segment> intersection(List<Segment> a, List<Segment> b) {
        List<Segment> out = new ArrayList<>();
        for (Segment p : a) {
            for (Segment q : b) {
                Segment both = new Segment(
                        compare(p.low, q.low) >= 0 ? p.low : q.low, compare(p.high, q.high) <= 0 ? p.high : q.high);
                if (!both.isEmpty()) {
                    out.add(both);
                }
            }
        }
        return out;
    }

    private static List<Segment> union(List<Segment> a, List<Segment> b) {
        List<Segment> all = new ArrayList<>(a);
        all.addAll(b);
        all.sort(Comparator.comparing(Segment::low, IntervalUnion::compare));
        List<Segment> out = new ArrayList<>();
        for (Segment s : all) {
            Segment last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && compare(s.low, last.high) < 0) {
                out.set(out.size() - 1, new Segment(last.low, compare(s.high, last.high) > 0 ? s.high : last.high));
            } else {
                out.add(s);
            }
        }
        return out;
    }

    private static IExpr written(List<Segment> segments, IExpr u) {
        return Condition.or(segments.stream().map(s -> written(s, u)).toList());
    }

    private static IExpr written(Segment s, IExpr u) {
        boolean below = !s.low.equals(LOWEST);
        boolean above = !s.high.equals(HIGHEST);
        if (below && above) {
            return Condition.and(List.of(Condition.compare(s.low, S.Less, u), Condition.compare(u, S.Less, s.high)));
        }
        return below
                ? Condition.compare(u, S.Greater, s.low)
                : above ? Condition.compare(u, S.Less, s.high) : Condition.TRUE;
    }

    private static int compare(IExpr a, IExpr b) {
        return a.equals(b) ? 0 : Double.compare(value(a), value(b));
    }

    private static double value(IExpr e) {
        if (e.equals(LOWEST) || e.equals(HIGHEST)) {
            return e.equals(LOWEST) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return DoubleEvaluation.of(e, List.of()).at();
    }
}
