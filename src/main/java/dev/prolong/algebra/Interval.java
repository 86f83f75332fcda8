package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** An open interval with rational ends, either of which may be missing. */
record Interval(Optional<IExpr> low, Optional<IExpr> high) {
    static final Interval LINE = new Interval(Optional.empty(), Optional.empty());

    /** The intervals into which increasing thresholds cut the line. */
    static List<Interval> between(List<IExpr> thresholds) {
        List<Interval> out = new ArrayList<>();
        Optional<IExpr> low = Optional.empty();
        for (IExpr c : thresholds) {
            out.add(new Interval(low, Optional.of(c)));
            low = Optional.of(c);
        }
        out.add(new Interval(low, Optional.empty()));
        return out;
    }

    boolean meets(Interval other) {
        return below(low, other.high) && below(other.low, high);
    }

    private static boolean below(Optional<IExpr> a, Optional<IExpr> b) {
        return a.isEmpty() || b.isEmpty() || Numbers.compare(a.get(), b.get()) < 0;
    }

    Interval and(@Nullable Interval other) {
        if (other == null) {
            return this;
        }
        return new Interval(pick(low, other.low, 1), pick(high, other.high, -1));
    }

    private static Optional<IExpr> pick(Optional<IExpr> a, Optional<IExpr> b, int direction) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return Numbers.compare(a.get(), b.get()) * direction > 0 ? a : b;
    }

    boolean isAbove(IExpr threshold) {
        return low.isPresent() && Numbers.compare(low.get(), threshold) >= 0;
    }

    IExpr condition(IExpr u) {
        List<IExpr> parts = new ArrayList<>();
        low.ifPresent(c -> parts.add(Condition.compare(u, S.Greater, c)));
        high.ifPresent(c -> parts.add(Condition.compare(u, S.Less, c)));
        return Condition.and(parts);
    }
}
