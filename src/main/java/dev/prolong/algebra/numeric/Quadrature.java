package dev.prolong.algebra.numeric;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Definite integrals by the double exponential rule; an interval on which the rule does not settle is halved.
 *
 * <p>The radius of the result is the difference of the last two levels, whose true error is about its square: an estimate, not a bound.
 * What does not settle (a pole within, a divergent integral) has no value. Source: H. Takahasi, M. Mori, Double exponential formulas for
 * numerical integration (Publ. RIMS 9, 1974).
 */
final class Quadrature {
    private static final int MOST_INTERVALS = 160;

    private final UnaryOperator<Ball> integrand;
    private final int bits;
    private final double tolerance;

    Quadrature(UnaryOperator<Ball> integrand, int bits) {
        this.integrand = integrand;
        this.bits = bits;
        this.tolerance = Math.scalb(1.0, -Math.min(900, bits - 12));
    }

    private record Interval(Ball low, Ball high) {}

    /** The integral from a to b. */
    Ball between(Ball a, Ball b) {
        if (!a.isReal() || !b.isReal()) {
            return a.isReal() ? b : a;
        }
        Deque<Interval> open = new ArrayDeque<>();
        open.push(new Interval(a, b));
        Ball sum = Ball.ZERO;
        for (int used = 0; !open.isEmpty(); used++) {
            if (used == MOST_INTERVALS) {
                return Ball.undefined(Status.DIVERGENT);
            }
            Interval interval = open.pop();
            Ball part = settled(interval, sum);
            if (part.isReal()) {
                sum = sum.plus(part, bits);
            } else if (part.status() != Status.DIVERGENT) {
                return part;
            } else {
                Ball middle =
                        interval.low().plus(interval.high(), bits).shifted(-1).middle();
                open.push(new Interval(middle, interval.high()));
                open.push(new Interval(interval.low(), middle));
            }
        }
        return sum;
    }

    /** The rule's value where two levels agree; divergent where none do. */
    private Ball settled(Interval interval, Ball before) {
        Ball width = interval.high().minus(interval.low(), bits);
        if (width.isExactZero()) {
            return Ball.ZERO;
        }
        Ball total = Ball.ZERO;
        Ball last = Ball.undefined(Status.DIVERGENT);
        for (int level = 0; level <= DoubleExponential.LEVELS; level++) {
            Ball added = level(interval, width, level);
            if (!added.isReal()) {
                return added;
            }
            total = total.plus(added, bits);
            Ball value = total.times(width, bits).shifted(-level - 1);
            Ball change = value.minus(last, bits);
            double scale = Math.max(value.upper(), before.upper());
            if (level >= 3 && change.isReal() && Math.abs(change.approximate()) <= tolerance * scale) {
                return value.widened(change.upper() + tolerance * scale);
            }
            last = value;
        }
        return Ball.undefined(Status.DIVERGENT);
    }

    private Ball level(Interval interval, Ball width, int level) {
        List<DoubleExponential.Node> nodes = DoubleExponential.nodes(level, bits);
        Ball left = side(nodes, interval.low(), width, level > 0);
        Ball right = side(nodes, interval.high(), width.negate(), true);
        return left.plus(right, bits);
    }

    /** The nodes from the middle towards one end, until what they add vanishes. */
    private Ball side(List<DoubleExponential.Node> nodes, Ball end, Ball step, boolean middle) {
        Ball sum = Ball.ZERO;
        double largest = 0;
        int small = 0;
        for (DoubleExponential.Node node : nodes) {
            if (node.isMiddle() && !middle) {
                continue;
            }
            Ball f = integrand.apply(end.plus(step.times(node.distance(), bits), bits));
            if (!f.isReal()) {
                boolean tail = f.status() != Status.DIVERGENT && node.distance().upper() < tolerance;
                return tail && small > 0 ? sum : f.status() == Status.UNSURE ? Ball.undefined(Status.DIVERGENT) : f;
            }
            Ball term = f.times(node.weight(), bits);
            sum = sum.plus(term, bits);
            largest = Math.max(largest, sum.upper());
            small = Math.abs(term.approximate()) <= tolerance * largest / 16 ? small + 1 : 0;
            if (small >= 3) {
                return sum;
            }
        }
        return small > 0 || largest == 0 ? sum : Ball.undefined(Status.DIVERGENT);
    }
}
