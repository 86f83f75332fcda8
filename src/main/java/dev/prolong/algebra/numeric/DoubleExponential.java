package dev.prolong.algebra.numeric;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Nodes and weights of the double exponential rule on an interval of length 1: with {@code u = π/2 sinh τ}, the distance from the nearer
 * end is {@code q = 1/(1 + e^(2u))} and the weight {@code π cosh τ q (1 − q)}, for {@code τ = j h}, {@code h = 2^(−level−1)}.
 *
 * <p>Level 0 has all nodes of its step, every later level only those that are new.
 */
final class DoubleExponential {
    static final int LEVELS = 6;

    private static final double SMALLEST_DISTANCE = 1e-240;
    private static final ConcurrentMap<Long, List<Node>> TABLES = new ConcurrentHashMap<>();

    private DoubleExponential() {}

    /** Distance from the nearer end and weight. */
    record Node(Ball distance, Ball weight, boolean isMiddle) {}

    /** The nodes of one half, from the middle outwards. */
    static List<Node> nodes(int level, int bits) {
        int stored = (bits + 63) / 64 * 64;
        return TABLES.computeIfAbsent(stored * 16L + level, key -> compute(level, stored));
    }

    private static List<Node> compute(int level, int bits) {
        List<Node> out = new ArrayList<>();
        for (int j = level == 0 ? 0 : 1; ; j += level == 0 ? 1 : 2) {
            Ball tau = Ball.exact(BigInteger.valueOf(j), -level - 1);
            Ball grown = Transcendental.exp(tau, bits + 16);
            Ball shrunk = grown.inverse(bits + 16);
            Ball sinh = grown.minus(shrunk, bits + 16).shifted(-1);
            Ball cosh = grown.plus(shrunk, bits + 16).shifted(-1);
            Ball pi = Constants.PI.ball(bits + 16);
            Ball q = Transcendental.exp(pi.times(sinh, bits + 16), bits + 16)
                    .plus(Ball.ONE, bits + 16)
                    .inverse(bits);
            if (!q.isReal() || q.upper() < SMALLEST_DISTANCE) {
                return List.copyOf(out);
            }
            Ball weight = pi.times(cosh, bits).times(q, bits).times(Ball.ONE.minus(q, bits), bits);
            out.add(new Node(q, weight, j == 0));
        }
    }
}
