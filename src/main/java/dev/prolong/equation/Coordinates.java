package dev.prolong.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/** How users name the components of a generator: by the coordinate, {@code z}, or by the coordinate with a capital, {@code Z}. */
final class Coordinates {

    private final List<String> names;

    /** The independent variable, the states and the parameters of a system. */
    Coordinates(DifferentialSystem system) {
        List<String> all = new ArrayList<>();
        system.jetSpace().base().forEach(s -> all.add(s.getSymbolName()));
        system.parameters().stream().map(ISymbol::getSymbolName).forEach(all::add);
        this.names = List.copyOf(all);
    }

    /** The coordinate that a name means: itself, or the only one that it is the capitalised form of. */
    Optional<String> named(String name) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        List<String> capitalised =
                names.stream().filter(n -> capital(n).equals(name)).toList();
        return capitalised.size() == 1 ? Optional.of(capitalised.get(0)) : Optional.empty();
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** All of them, in words. */
    String list() {
        return String.join(", ", names);
    }
}
