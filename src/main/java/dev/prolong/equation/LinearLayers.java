package dev.prolong.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Linear layers around a network {@code z' = f(z)} that is trained: the encoder {@code z(0) = E x + e} and the decoder {@code y = C z + c}.
 * Where the network has a batch or several tokens, the states are blocks of equal size and each block has the same layers.
 */
public record LinearLayers(Optional<Layer> encoder, Optional<Layer> decoder) {
    public static final LinearLayers NONE = new LinearLayers(Optional.empty(), Optional.empty());

    /**
     * {@code rows · input + bias}.
     *
     * @param rows of the matrix
     * @param bias one for each row, or none
     */
    public record Layer(List<List<ISymbol>> rows, List<ISymbol> bias) {
        public Layer {
            rows = rows.stream().map(List::copyOf).toList();
            bias = List.copyOf(bias);
        }

        /** How many numbers go in. */
        public int columns() {
            return rows.get(0).size();
        }
    }

    /** All weights: matrix and bias of the encoder, then of the decoder. */
    public List<ISymbol> weights() {
        List<ISymbol> out = new ArrayList<>();
        for (Optional<Layer> layer : List.of(encoder, decoder)) {
            layer.ifPresent(l -> {
                l.rows().forEach(out::addAll);
                out.addAll(l.bias());
            });
        }
        return out;
    }
}
