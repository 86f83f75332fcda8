package dev.prolong.group;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.algebra.calculus.Antiderivative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The motion of one coordinate, {@code dx/dε = speed(x, ε)}, in closed form: linear and Bernoulli's equations in ε, and flows on a line in a
 * time that is a function of ε. Source: Ince, Ordinary Differential Equations, chapter 2.
 */
record ScalarFlow(ISymbol eps, List<IExpr> hints, List<Assumption> assumptions, FlowCheck check) {
    /**
     * The solution of {@code dx/dε = speed(x, ε)} that starts at x. Integrals and functions known by their equation only are constants of
     * it where they do not move; where they do, there is no closed form.
     */
    Optional<Image> image(ISymbol x, IExpr speed) {
        Map<IExpr, IExpr> constants = new LinkedHashMap<>();
        Map<IExpr, IExpr> back = new LinkedHashMap<>();
        for (IExpr e : Expr.subtrees(speed, e -> Expr.isIntegral(e) || LinearKernel.isKernel(e))) {
            boolean moves = !Expr.isFreeOf(e, x) || !Expr.isFreeOf(e, eps);
            if (moves) {
                return Expr.isFreeOf(speed, eps)
                        ? check.best(x, speed, new ScaledTime(x, eps, assumptions).candidates(speed))
                        : Optional.empty();
            }
            ISymbol constant = Expr.symbol("k$" + constants.size());
            constants.put(e, constant);
            back.put(constant, e);
        }
        return constants.isEmpty()
                ? imageOf(x, speed)
                : imageOf(x, Expr.substitute(speed, constants)).map(i -> i.substituted(back));
    }

    private Optional<Image> imageOf(ISymbol x, IExpr speed) {
        Optional<IExpr> slope = Constant.value(Differentiation.derivative(speed, x), x, assumptions);
        if (slope.isPresent()) {
            return affine(x, slope.get(), Expr.substitute(speed, x, Expr.ZERO))
                    .map(value -> check.judged(x, speed, Image.candidate(value)))
                    .filter(Image::holds);
        }
        List<IExpr> own = new ArrayList<>();
        List<IExpr> others = new ArrayList<>();
        for (IExpr factor : Expr.factors(speed)) {
            (Expr.isFreeOf(factor, x) ? others : own).add(factor);
        }
        IExpr g = Expr.times(own);
        if (!Expr.isFreeOf(g, eps)) {
            return bernoulli(x, speed);
        }
        return integral(Expr.times(others))
                .flatMap(tau -> check.best(x, speed, new LineFlow(g, x, tau, hints, assumptions).candidates()));
    }

    private Optional<Image> bernoulli(ISymbol x, IExpr speed) {
        ISymbol u = Expr.symbol("u$");
        return Bernoulli.of(speed, x)
                .flatMap(e -> affine(
                                u,
                                Expr.times(Expr.integer(e.power()), e.linear()),
                                Expr.times(Expr.integer(e.power()), e.other()))
                        .map(value -> e.back(Expr.substitute(value, u, e.transformed(x)), x)))
                .map(value -> check.judged(x, speed, Image.candidate(value)))
                .filter(Image::holds);
    }

    /** {@code dx/dε = a(ε) x + b(ε)}. */
    private Optional<IExpr> affine(ISymbol x, IExpr a, IExpr b) {
        if (a.equals(Expr.ZERO)) {
            return integral(b).map(i -> Expr.plus(x, i));
        }
        return integral(a).flatMap(exponent -> {
            IExpr grown = Expr.exp(exponent);
            if (b.equals(Expr.ZERO)) {
                return Optional.of(positive(Expr.times(grown, x)));
            }
            if (Expr.isFreeOf(a, eps) && Expr.isFreeOf(b, eps)) {
                return Optional.of(
                        Expr.plus(Expr.times(grown, x), Expr.times(Expr.divide(b, a), Expr.minus(grown, Expr.ONE))));
            }
            return integral(Expr.times(Expr.power(grown, -1), b))
                    .map(i -> positive(Expr.times(grown, Expr.plus(x, i))));
        });
    }

    /** {@code ∫_0^ε h dε}. */
    private Optional<IExpr> integral(IExpr h) {
        if (Expr.isFreeOf(h, eps)) {
            return Optional.of(Expr.times(h, eps));
        }
        return Antiderivative.of(h, eps, assumptions)
                .map(this::positive)
                .map(s -> Expr.minus(s, Expr.substitute(s, eps, Expr.ZERO)));
    }

    /** Absolute values of what is one at {@code ε = 0}, and so positive as long as the flow lasts, dropped. */
    private IExpr positive(IExpr e) {
        Map<IExpr, IExpr> plain = new LinkedHashMap<>();
        for (IExpr absolute : Expr.subtrees(e, s -> s.isAST(Elementary.ABS.head()))) {
            IExpr inside = ((IAST) absolute).arg1();
            if (Expr.substitute(inside, eps, Expr.ZERO).equals(Expr.ONE)) {
                plain.put(absolute, inside);
            } else if (Expr.substitute(inside, eps, Expr.ZERO).equals(Expr.MINUS_ONE)) {
                plain.put(absolute, Expr.negate(inside));
            }
        }
        return Expr.substitute(e, plain);
    }
}
