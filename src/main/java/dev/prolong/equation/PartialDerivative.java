package dev.prolong.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a partial derivative of an arbitrary function of several arguments: {@code g_d1_0} is that of {@code g} by its first
 * argument, {@code g_d1_2} is taken once by the first and twice by the second.
 */
record PartialDerivative(String function, List<Integer> orders) {
    private static final Pattern NAME = Pattern.compile("(.+)_d([0-9]{1,3}(?:_[0-9]{1,3})+)");

    PartialDerivative {
        orders = List.copyOf(orders);
    }

    static Optional<PartialDerivative> named(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> orders = new ArrayList<>();
        for (String order : matcher.group(2).split("_", -1)) {
            orders.add(Integer.parseInt(order));
        }
        return Optional.of(new PartialDerivative(matcher.group(1), orders));
    }
}
