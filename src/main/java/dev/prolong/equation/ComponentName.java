package dev.prolong.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a component of a vector or matrix, {@code z[1]} or {@code W[1,2]}: a scalar like any other. */
public record ComponentName(String array, List<Integer> indices) {
    private static final Pattern FORM = Pattern.compile("([^\\[\\]']+)\\[(-?[0-9]{1,9}(?:,-?[0-9]{1,9})*)\\]");

    public ComponentName {
        indices = List.copyOf(indices);
    }

    /** Reads a scalar's name as that of a component; empty where it is none. */
    public static Optional<ComponentName> of(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> indices = new ArrayList<>();
        for (String index : matcher.group(2).split(",", -1)) {
            indices.add(Integer.parseInt(index));
        }
        return Optional.of(new ComponentName(matcher.group(1), indices));
    }

    /** {@code W[1,2]}. */
    public String text() {
        return array + "["
                + String.join(",", indices.stream().map(String::valueOf).toList()) + "]";
    }

    /** The component with the same indices of another array. */
    public ComponentName in(String other) {
        return new ComponentName(other, indices);
    }
}
