package dev.prolong.codegen;

import dev.prolong.equation.ComponentName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * An array of parameters as the model declares it: its components stand one after the other, row by row, in the flat vector of parameters.
 *
 * @param name of the array, or of a parameter that is a scalar
 * @param shape empty for a scalar
 */
record ParameterArrays(String name, List<Integer> shape) {
    ParameterArrays {
        shape = List.copyOf(shape);
    }

    /** Number of components. */
    int size() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** The arrays that the parameters make up, in their order. */
    static List<ParameterArrays> of(List<ISymbol> parameters) {
        List<ParameterArrays> out = new ArrayList<>();
        for (int from = 0;
                from < parameters.size();
                from += out.get(out.size() - 1).size()) {
            out.add(at(parameters, from));
        }
        return out;
    }

    private static ParameterArrays at(List<ISymbol> parameters, int from) {
        String scalar = parameters.get(from).getSymbolName();
        ParameterArrays alone = new ParameterArrays(scalar, List.of());
        Optional<ComponentName> first = ComponentName.of(scalar);
        if (first.isEmpty()) {
            return alone;
        }
        List<ComponentName> run = parameters.subList(from, parameters.size()).stream()
                .map(s -> ComponentName.of(s.getSymbolName()))
                .takeWhile(
                        c -> c.isPresent() && c.get().array().equals(first.get().array()))
                .flatMap(Optional::stream)
                .toList();
        List<Integer> shape = IntStream.range(0, first.get().indices().size())
                .mapToObj(place -> (int)
                        run.stream().map(c -> c.indices().get(place)).distinct().count())
                .toList();
        ParameterArrays whole = new ParameterArrays(first.get().array(), shape);
        return whole.size() == run.size() ? whole : alone;
    }
}
