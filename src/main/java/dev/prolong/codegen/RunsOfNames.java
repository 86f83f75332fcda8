package dev.prolong.codegen;

import dev.prolong.equation.ComponentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Names one after the other of which those that are all components of one vector or matrix, row by row, are put together.
 *
 * @param first the index of the first name
 * @param count how many there are
 * @param text the name, or what stands before the indices
 * @param from the smallest indices; empty for a single name
 * @param extents how many values each index takes
 */
record RunsOfNames(int first, int count, String text, List<Integer> from, List<Integer> extents) {
    RunsOfNames {
        from = List.copyOf(from);
        extents = List.copyOf(extents);
    }

    static List<RunsOfNames> of(List<String> names) {
        List<RunsOfNames> out = new ArrayList<>();
        for (int i = 0; i < names.size(); ) {
            RunsOfNames run = longest(names, i);
            out.add(run);
            i += run.count();
        }
        return out;
    }

    private static RunsOfNames longest(List<String> names, int first) {
        Optional<ComponentName> begin = ComponentName.of(names.get(first));
        int end = first + 1;
        while (begin.isPresent() && end < names.size() && isOf(names.get(end), begin.get())) {
            end++;
        }
        for (int count = end - first; count > 1; count--) {
            RunsOfNames run = run(names, first, count, begin.orElseThrow());
            if (run.matches(names)) {
                return run;
            }
        }
        return new RunsOfNames(first, 1, names.get(first), List.of(), List.of());
    }

    private static boolean isOf(String name, ComponentName begin) {
        return ComponentName.of(name)
                .filter(c -> c.array().equals(begin.array())
                        && c.indices().size() == begin.indices().size())
                .isPresent();
    }

    private static RunsOfNames run(List<String> names, int first, int count, ComponentName begin) {
        List<Integer> last = ComponentName.of(names.get(first + count - 1))
                .map(ComponentName::indices)
                .orElseThrow();
        List<Integer> extents = IntStream.range(0, last.size())
                .mapToObj(i -> last.get(i) - begin.indices().get(i) + 1)
                .toList();
        return new RunsOfNames(first, count, begin.array(), begin.indices(), extents);
    }

    private boolean matches(List<String> names) {
        long cells = extents.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * Math.max(b, 0));
        return cells == count
                && IntStream.range(0, count).allMatch(i -> names.get(first + i).equals(text + "[" + indices(i) + "]"));
    }

    private String indices(int place) {
        return IntStream.range(0, from.size())
                .mapToObj(d -> String.valueOf(from.get(d) + place / below(d) % extents.get(d)))
                .collect(Collectors.joining(","));
    }

    private int below(int index) {
        return extents.subList(index + 1, extents.size()).stream().reduce(1, (a, b) -> a * b);
    }

    /** {@code 3 x 2}. */
    String shape() {
        return extents.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
