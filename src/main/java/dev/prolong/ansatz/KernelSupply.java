package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.FreshNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Functions that are known by a linear equation only: those that an answer has already, then new ones with new names. */
public final class KernelSupply {
    private final FreshNames names;
    private final Set<LinearKernel> there = new LinkedHashSet<>();

    /** With the functions that occur in these expressions. */
    public KernelSupply(FreshNames names, Collection<? extends IExpr> expressions) {
        this.names = names;
        for (IExpr e : expressions) {
            for (IExpr node : Expr.subtrees(e, LinearKernel::isKernel)) {
                LinearKernel kernel = LinearKernel.of(node);
                if (kernel.argument().equals(kernel.variable())) {
                    there.add(kernel.at(0));
                }
            }
        }
    }

    /** New ones only, with names that a system does not have. */
    public static KernelSupply avoiding(DifferentialSystem system) {
        return new KernelSupply(FreshNames.avoiding(system), List.of());
    }

    /**
     * Independent solutions of {@code u^(m) = Σ a_k u^(k) + r}.
     *
     * @param coefficients {@code a_0 .. a_{m−1}, r}
     * @param number how many
     */
    List<IExpr> solutions(ISymbol v, List<IExpr> coefficients, int number) {
        List<IExpr> out = new ArrayList<>();
        there.stream()
                .filter(k -> k.variable().equals(v) && k.coefficients().equals(coefficients))
                .limit(number)
                .forEach(k -> out.add(k.tree()));
        while (out.size() < number) {
            List<String> chain = new ArrayList<>();
            for (int k = 1; k < coefficients.size(); k++) {
                chain.add(names.takeNumbered("K"));
            }
            out.add(new LinearKernel(v, v, chain, 0, coefficients).tree());
        }
        return out;
    }
}
