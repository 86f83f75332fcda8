package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * What penalties need beyond the gradient: the rate for a given velocity and the squared norm {@code Σ (∂I/∂x_i)²}, each with its
 * partial derivatives.
 *
 * @param rate {@code ∂I/∂t + Σ ∂I/∂x_i v_i}
 * @param ofRate its derivatives by t, x, v, p
 * @param norm {@code Σ (∂I/∂x_i)²}
 * @param ofNorm its derivatives by t, x, p
 */
record SecondOrder(IExpr rate, List<IExpr> ofRate, IExpr norm, List<IExpr> ofNorm) {
    SecondOrder {
        ofRate = List.copyOf(ofRate);
        ofNorm = List.copyOf(ofNorm);
    }

    static SecondOrder of(QuantityFormulas first, CodeRequest request, List<ISymbol> velocities, StableForms stable) {
        List<ISymbol> points = new ArrayList<>();
        points.add(request.system().independent());
        points.addAll(request.coordinates());
        List<ISymbol> parameters = request.system().parameters();
        IExpr rate = stable.of(first.rate(velocities));
        List<ISymbol> ofRate = new ArrayList<>(points);
        ofRate.addAll(velocities);
        ofRate.addAll(parameters);
        List<ISymbol> ofNorm = new ArrayList<>(points);
        ofNorm.addAll(parameters);
        List<IExpr> squares =
                first.byStates().stream().map(d -> Expr.power(d, 2)).toList();
        return new SecondOrder(
                rate,
                ofRate.stream().map(s -> stable.derivative(rate, s)).toList(),
                Expr.plus(squares),
                ofNorm.stream().map(s -> half(first.byStates(), s, stable)).toList());
    }

    private static IExpr half(List<IExpr> byStates, ISymbol s, StableForms stable) {
        return Expr.plus(byStates.stream()
                .map(d -> Expr.times(Expr.TWO, d, stable.derivative(d, s)))
                .toList());
    }

    SecondOrder map(java.util.function.UnaryOperator<IExpr> form) {
        return new SecondOrder(
                form.apply(rate),
                ofRate.stream().map(form).toList(),
                form.apply(norm),
                ofNorm.stream().map(form).toList());
    }
}
