package dev.prolong.symmetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function that answers name and that is not elementary: {@code K1} with {@code ∂K1/∂x = x K2}.
 *
 * @param meaning in words
 * @param derivatives by coordinate, linear in kernels; it depends on no other coordinate
 */
public record KernelFunction(ISymbol name, String meaning, Map<ISymbol, IExpr> derivatives) {
    public KernelFunction {
        derivatives = Collections.unmodifiableMap(new LinkedHashMap<>(derivatives));
    }
}
