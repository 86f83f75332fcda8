package dev.prolong.algebra.numeric;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A concrete smooth function in place of an arbitrary one: {@code c + Σ_k a_k sin(b_k·x + φ_k)} with seeded coefficients, so that its
 * derivatives of every order are consistent with it and nothing special holds for it by accident.
 */
final class StandIn {
    private static final int WAVES = 4;
    private static final int SCALE = 10;

    private final long seed;

    StandIn(String name, long seed) {
        this.seed = seed * 1_000_003L + name.hashCode();
    }

    /** The derivative of these orders at the arguments. */
    Ball of(List<Integer> orders, List<Ball> arguments, int bits) {
        SplittableRandom random = new SplittableRandom(seed);
        Ball offset = dyadic(random, 1024);
        Ball sum = orders.stream().allMatch(k -> k == 0) ? offset : Ball.ZERO;
        for (int wave = 0; wave < WAVES; wave++) {
            Ball phase = dyadic(random, 3000);
            Ball factor = dyadic(random, 512).plus(Ball.HALF, bits);
            int quarters = 0;
            for (int i = 0; i < arguments.size(); i++) {
                Ball frequency = dyadic(random, 1024).plus(Ball.HALF, bits);
                frequency = random.nextBoolean() ? frequency : frequency.negate();
                phase = phase.plus(frequency.times(arguments.get(i), bits), bits);
                factor = factor.times(frequency.power(orders.get(i), bits), bits);
                quarters = (quarters + orders.get(i)) % 4;
            }
            Ball value = quarters % 2 == 0 ? Transcendental.sin(phase, bits) : Transcendental.cos(phase, bits);
            sum = sum.plus(factor.times(quarters >= 2 ? value.negate() : value, bits), bits);
        }
        return sum;
    }

    private static Ball dyadic(SplittableRandom random, int bound) {
        return Ball.exact(java.math.BigInteger.valueOf(2L * random.nextInt(bound) + 1), -SCALE - 1);
    }
}
