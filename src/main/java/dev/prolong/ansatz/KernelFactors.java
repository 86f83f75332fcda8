package dev.prolong.ansatz;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.Antiderivative;
import dev.prolong.equation.DifferentialSystem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IInteger;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What the infinitesimals of the ansatz {@code kernel} are made of, beside monomials: the functions and roots in the equations, their
 * antiderivatives where these are closed, and the products of one with the other.
 */
final class KernelFactors {
    private KernelFactors() {}

    static List<IExpr> of(DifferentialSystem system) {
        Set<IExpr> kernels = new LinkedHashSet<>();
        system.equations().forEach(e -> kernels.addAll(Expr.subtrees(e.rhs(), x -> isKernel(x, system))));
        Set<IExpr> antiderivatives = new LinkedHashSet<>();
        for (IExpr k : kernels) {
            List<ISymbol> moving = Expr.symbols(k).stream()
                    .filter(system.jetSpace().base()::contains)
                    .toList();
            if (moving.size() == 1) {
                Antiderivative.of(k, moving.get(0), system.assumptions())
                        .filter(a -> Expr.subtrees(a, Expr::isIntegral).isEmpty())
                        .ifPresent(antiderivatives::add);
            }
        }
        Set<IExpr> out = new LinkedHashSet<>();
        out.add(Expr.ONE);
        out.addAll(kernels);
        out.addAll(antiderivatives);
        for (IExpr k : kernels) {
            antiderivatives.forEach(a -> out.add(Expr.times(k, a)));
        }
        return List.copyOf(out);
    }

    /** Whether it is no polynomial, depends on a coordinate, and on no derivative. */
    private static boolean isKernel(IExpr x, DifferentialSystem system) {
        Set<ISymbol> symbols = Expr.symbols(x);
        boolean onBase = symbols.stream().anyMatch(system.jetSpace().base()::contains)
                && symbols.stream()
                        .allMatch(s -> system.jetSpace().base().contains(s)
                                || system.parameters().contains(s)
                                || system.functions().contains(s));
        boolean function = x instanceof IAST f
                && !Expr.isSum(x)
                && !Expr.isProduct(x)
                && !(Expr.isPower(x) && f.arg2() instanceof IInteger n && !n.isNegative());
        return onBase && function && !Expr.isPiecewise(x);
    }
}
