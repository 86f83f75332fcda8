package dev.prolong.codegen;

import java.util.Comparator;

/**
 * The counter of a loop from 0 to {@code extent - 1}.
 *
 * @param number how many loops of the same extent are around it
 */
record LoopCounter(int extent, int number) implements Comparable<LoopCounter> {
    @Override
    public int compareTo(LoopCounter other) {
        return Comparator.comparingInt(LoopCounter::extent)
                .thenComparingInt(LoopCounter::number)
                .compare(this, other);
    }
}
