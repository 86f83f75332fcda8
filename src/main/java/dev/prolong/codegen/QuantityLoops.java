package dev.prolong.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The bodies of the methods of a quantity over vectors and matrices, with loops. */
final class QuantityLoops implements QuantityBodies {
    private final int states;
    private final int parameters;
    private final LoopCode code;
    private final IExpr value;
    private final IExpr rate;
    private final Supplier<QuantityBodies> writtenOut;

    /**
     * @param quantity in stable form
     * @param velocities of the coordinates
     * @param writtenOut for what has no form with loops
     */
    QuantityLoops(
            CodeRequest request,
            IExpr quantity,
            java.util.List<ISymbol> velocities,
            Supplier<QuantityBodies> writtenOut) {
        this.states = request.coordinates().size();
        this.parameters = request.system().parameters().size();
        this.code = LoopCode.of(request, "at").array(velocities, "xDot", "at").out("to");
        this.value = code.tree(quantity);
        this.rate = code.along(value, Map.of("t", "", "x", "xDot"));
        this.writtenOut = writtenOut;
    }

    @Override
    public CodeBlock value() {
        return code.returned(value);
    }

    @Override
    public CodeBlock gradient() {
        return code.filledAndReturned(code.gradient(value, Map.of("t", 0, "x", 1, "p", 1 + states)), length(), value);
    }

    @Override
    public CodeBlock rate() {
        return code.returned(rate);
    }

    @Override
    public CodeBlock rateAndGradient() {
        Map<String, Integer> from = Map.of("t", 0, "x", 1, "xDot", 1 + states, "p", 1 + 2 * states);
        return code.filledAndReturned(code.gradient(rate, from), length() + states, rate);
    }

    @Override
    public CodeBlock squareNorm() {
        Optional<IExpr> norm = code.squareNorm(value, "x");
        return norm.isEmpty()
                ? writtenOut.get().squareNorm()
                : code.filledAndReturned(
                        code.gradient(norm.get(), Map.of("t", 0, "x", 1, "p", 1 + states)), length(), norm.get());
    }

    @Override
    public CodeBlock gradients() {
        return CodeBlock.builder()
                .beginControlFlow("for (int k = 0; k < n; k++)")
                .addStatement("out[k] = valueAndGradient(t[k], x, k * $L, p, gradients, k * $L)", states, length())
                .endControlFlow()
                .build();
    }

    private int length() {
        return 1 + states + parameters;
    }
}
