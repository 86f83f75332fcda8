package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import dev.prolong.jet.JetVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The system as one of first order in the coordinates {@code x}: {@code x' = f(t, x, p)}, with the derivatives of f.
 *
 * @param rightSide {@code f_i}
 * @param byStates {@code ∂f_i/∂x_j}
 * @param byParameters {@code ∂f_i/∂p_j}
 */
record ModelFormulas(List<IExpr> rightSide, List<List<IExpr>> byStates, List<List<IExpr>> byParameters) {
    ModelFormulas {
        rightSide = List.copyOf(rightSide);
        byStates = List.copyOf(byStates);
        byParameters = List.copyOf(byParameters);
    }

    static ModelFormulas of(CodeRequest request, StableForms stable) {
        List<IExpr> f = rightSide(request, stable);
        return new ModelFormulas(
                f,
                derivatives(f, request.coordinates(), stable),
                derivatives(f, request.system().parameters(), stable));
    }

    /** {@code f} alone. */
    static List<IExpr> rightSide(CodeRequest request, StableForms stable) {
        DifferentialSystem system = request.system();
        Map<ISymbol, IExpr> next = new HashMap<>();
        for (Equation e : system.equations()) {
            for (int k = 0; k < e.order(); k++) {
                next.put(
                        new JetVariable(e.state(), k).symbol(),
                        k + 1 < e.order() ? new JetVariable(e.state(), k + 1).symbol() : stable.of(e.rhs()));
            }
        }
        return request.coordinates().stream()
                .map(s -> next.getOrDefault(s, Expr.ZERO))
                .toList();
    }

    private static List<List<IExpr>> derivatives(List<IExpr> f, List<ISymbol> symbols, StableForms stable) {
        return f.stream()
                .map(e -> symbols.stream().map(s -> stable.derivative(e, s)).toList())
                .toList();
    }
}
