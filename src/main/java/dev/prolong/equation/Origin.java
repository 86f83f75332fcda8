package dev.prolong.equation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Where a system comes from, beyond its equations.
 *
 * @param adjoints where it is a forward model with its backpropagation: the adjoint of each state and parameter of the forward model, in
 *     the order of states and parameters; else empty
 * @param vectorForm the equations as they were written for vectors and matrices, where some were
 * @param layers the linear layers around the network, where there are some
 */
public record Origin(Map<ISymbol, ISymbol> adjoints, List<String> vectorForm, LinearLayers layers) {
    public static final Origin PLAIN = new Origin(Map.of(), List.of(), LinearLayers.NONE);

    public Origin {
        adjoints = Collections.unmodifiableMap(new LinkedHashMap<>(adjoints));
        vectorForm = List.copyOf(vectorForm);
    }

    Origin withAdjoints(Map<ISymbol, ISymbol> names) {
        return new Origin(names, vectorForm, layers);
    }

    Origin withLayers(LinearLayers around) {
        return new Origin(adjoints, vectorForm, around);
    }
}
