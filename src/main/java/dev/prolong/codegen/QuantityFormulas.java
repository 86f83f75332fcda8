package dev.prolong.codegen;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Pieces;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What the methods of one class compute: the quantity {@code I(t, x, p)} and its partial derivatives, as trees in the form in which they
 * are computed.
 *
 * <p>Of a first integral of one equation {@code z' = f} the derivative by z is taken from the conservation law itself: {@code ∂I/∂z =
 * -(∂I/∂t)/f}, which is short and loses no digits. Where z enters through {@code A = m z + n} alone, the same quotient gives the
 * derivatives by the parameters in A.
 *
 * @param value {@code I}
 * @param byTime {@code ∂I/∂t}
 * @param byStates {@code ∂I/∂x_i}
 * @param byParameters {@code ∂I/∂p_j}
 * @param law {@code f} where the law was used
 */
record QuantityFormulas(
        IExpr value, IExpr byTime, List<IExpr> byStates, List<IExpr> byParameters, Optional<IExpr> law) {
    QuantityFormulas {
        byStates = List.copyOf(byStates);
        byParameters = List.copyOf(byParameters);
    }

    /** @param proved whether the quantity is known to be conserved */
    static QuantityFormulas of(
            IExpr quantity, DifferentialSystem system, List<ISymbol> states, boolean proved, StableForms stable) {
        IExpr value = stable.of(quantity);
        Equation first = system.equations().get(0);
        boolean lawful =
                proved && states.size() == 1 && !Pieces.hasCases(first.rhs()) && !Branching.hasPieces(quantity);
        IExpr byTime = stable.derivative(value, system.independent());
        if (lawful && !byTime.equals(Expr.ZERO)) {
            return byLaw(value, byTime, stable.of(first.rhs()), system, stable);
        }
        return new QuantityFormulas(
                value,
                byTime,
                derivatives(value, states, stable),
                derivatives(value, system.parameters(), stable),
                Optional.empty());
    }

    private static List<IExpr> derivatives(IExpr value, List<ISymbol> symbols, StableForms stable) {
        return symbols.stream().map(s -> stable.derivative(value, s)).toList();
    }

    private static QuantityFormulas byLaw(
            IExpr value, IExpr byTime, IExpr f, DifferentialSystem system, StableForms stable) {
        ISymbol z = system.equations().get(0).state();
        Optional<AffineArgument> argument = AffineArgument.in(f, z);
        IExpr divisor = argument.map(a -> Distances.factored(f, a)).orElse(f);
        IExpr byState = stable.of(Expr.negate(Expr.divide(byTime, divisor)));
        List<IExpr> byParameters = argument.flatMap(
                        a -> throughArgument(a, value, byState, system.parameters(), stable))
                .orElseGet(() -> derivatives(value, system.parameters(), stable));
        return new QuantityFormulas(value, byTime, List.of(byState), byParameters, Optional.of(f));
    }

    /** Derivatives by the parameters as {@code G_A ∂A/∂p + G_p}, for {@code I = G(A, t, p)}. */
    private static Optional<List<IExpr>> throughArgument(
            AffineArgument argument, IExpr value, IExpr byState, List<ISymbol> parameters, StableForms stable) {
        IExpr inner = argument.abstracted(value);
        boolean alone = Expr.isFreeOf(inner, argument.state());
        if (Expr.isFreeOf(inner, AffineArgument.SYMBOL)) {
            return Optional.empty();
        }
        IExpr byArgument = alone
                ? Expr.divide(byState, argument.slope())
                : argument.restored(stable.derivative(inner, AffineArgument.SYMBOL));
        return Optional.of(parameters.stream()
                .map(p -> Expr.plus(
                        Expr.times(byArgument, Differentiation.derivative(argument.tree(), p)),
                        argument.restored(stable.derivative(inner, p))))
                .map(stable::of)
                .toList());
    }

    /** The same with the form applied to every tree. */
    QuantityFormulas map(java.util.function.UnaryOperator<IExpr> form) {
        return new QuantityFormulas(
                form.apply(value),
                form.apply(byTime),
                byStates.stream().map(form).toList(),
                byParameters.stream().map(form).toList(),
                law.map(form));
    }

    /** {@code dI/dt = ∂I/∂t + Σ ∂I/∂x_i v_i}; by the law {@code ∂I/∂z (v - f)}, without cancellation near solutions. */
    IExpr rate(List<ISymbol> velocities) {
        if (law.isPresent()) {
            return Expr.times(byStates.get(0), Expr.minus(velocities.get(0), law.get()));
        }
        List<IExpr> terms = new ArrayList<>();
        terms.add(byTime);
        for (int i = 0; i < byStates.size(); i++) {
            terms.add(Expr.times(byStates.get(i), velocities.get(i)));
        }
        return Expr.plus(terms);
    }

    /** All partial derivatives in the order of {@code gradient}. */
    List<IExpr> gradient() {
        List<IExpr> out = new ArrayList<>();
        out.add(byTime);
        out.addAll(byStates);
        out.addAll(byParameters);
        return out;
    }
}
