package dev.prolong.verification;

import java.util.Optional;

/**
 * How far a quantity strays along measured or computed data.
 *
 * @param rows how many points there are
 * @param initial its value {@code I_0} at the first point
 * @param largest {@code max |I − I_0|}
 * @param relative the same divided by {@code |I_0|}; empty where that is 0
 * @param at the value of the first column where it is largest
 */
public record Drift(int rows, double initial, double largest, Optional<Double> relative, double at) {}
