package dev.prolong.codegen;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An entry of an array that moves with loop counters: {@code array[base + Σ stride · counter]}.
 *
 * @param strides of the counters, none of them 0
 */
record ArrayEntry(String array, int base, SortedMap<LoopCounter, Integer> strides) {
    ArrayEntry {
        TreeMap<LoopCounter, Integer> copy = new TreeMap<>(strides);
        copy.values().removeIf(s -> s == 0);
        strides = Collections.unmodifiableSortedMap(copy);
    }

    /** An entry that stays where it is. */
    ArrayEntry(String array, int base) {
        this(array, base, new TreeMap<>());
    }

    ArrayEntry along(LoopCounter counter, int stride) {
        TreeMap<LoopCounter, Integer> more = new TreeMap<>(strides);
        more.put(counter, stride);
        return new ArrayEntry(array, base, more);
    }

    ArrayEntry renamed(LoopCounter from, LoopCounter to) {
        TreeMap<LoopCounter, Integer> other = new TreeMap<>(strides);
        Integer stride = other.remove(from);
        if (stride != null) {
            other.put(to, stride);
        }
        return new ArrayEntry(array, base, other);
    }

    /** The entry as far into another array, beginning at an offset. */
    ArrayEntry in(String other, int offset) {
        return new ArrayEntry(other, base + offset, strides);
    }

    /** The same entry plus a multiple of a counter, {@code out[n*i + ..]}: a row of a matrix. */
    ArrayEntry plus(ArrayEntry row, int length) {
        TreeMap<LoopCounter, Integer> sum = new TreeMap<>(strides);
        row.strides.forEach((c, s) -> sum.merge(c, s * length, Integer::sum));
        return new ArrayEntry(array, base + row.base * length, sum);
    }

    /** {@code base + stride * counter + ..} in Java. */
    String index(String from, Function<LoopCounter, String> names) {
        StringBuilder out = new StringBuilder(from);
        if (base != 0 || from.isEmpty() && strides.isEmpty()) {
            out.append(out.isEmpty() ? "" : " + ").append(base);
        }
        List<Map.Entry<LoopCounter, Integer>> ordered = strides.entrySet().stream()
                .sorted(Comparator.comparing(s -> -Math.abs(s.getValue())))
                .toList();
        for (Map.Entry<LoopCounter, Integer> s : ordered) {
            int size = Math.abs(s.getValue());
            out.append(out.isEmpty() ? s.getValue() < 0 ? "-" : "" : s.getValue() < 0 ? " - " : " + ");
            out.append(size == 1 ? "" : size + " * ").append(names.apply(s.getKey()));
        }
        return out.toString();
    }
}
