package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Partial derivatives of trees: every other symbol is held fixed, arbitrary functions are differentiated by the chain rule, {@code
 * piecewise} branch by branch, and an integral by Leibniz's rule.
 *
 * <p>Derivatives of {@code abs, sign, min, max} and {@code piecewise} are those of the smooth pieces; they say nothing at a kink.
 */
public final class Differentiation {
    private Differentiation() {}

    /** {@code ∂e/∂x}. */
    public static IExpr derivative(IExpr e, ISymbol x) {
        if (e.equals(x)) {
            return Expr.ONE;
        }
        if (!(e instanceof IAST a) || Expr.isFreeOf(e, x)) {
            return Expr.ZERO;
        }
        if (Expr.isSum(e)) {
            return Expr.plus(
                    Expr.arguments(e).stream().map(t -> derivative(t, x)).toList());
        }
        if (Expr.isProduct(e)) {
            return product(Expr.arguments(e), x);
        }
        if (Expr.isPower(e)) {
            return power(a.arg1(), a.arg2(), x);
        }
        if (Expr.isPiecewise(e)) {
            return piecewise(a, x);
        }
        if (Expr.isIntegral(e)) {
            return integral(a, x);
        }
        if (Expr.isArbitrary(e)) {
            return arbitrary(a, x);
        }
        if (LinearKernel.isKernel(e)) {
            LinearKernel kernel = LinearKernel.of(e);
            return Expr.times(kernel.derivative(), derivative(kernel.argument(), x));
        }
        Elementary f = Elementary.byHead(a.head())
                .orElseThrow(() -> new IllegalArgumentException("no derivative is known for " + a.head()));
        if (f == Elementary.LOG && a.arg1().isAST(Elementary.ABS.head())) {
            // (log|g|)' = g'/g
            IExpr g = ((IAST) a.arg1()).arg1();
            return Expr.divide(derivative(g, x), g);
        }
        return f.variadic() ? derivative(asPiecewise(f, Expr.arguments(a)), x) : chain(f, a.arg1(), x);
    }

    /** The k-th derivative. */
    public static IExpr derivative(IExpr e, ISymbol x, int k) {
        IExpr out = e;
        for (int i = 0; i < k; i++) {
            out = derivative(out, x);
        }
        return out;
    }

    private static IExpr product(List<IExpr> factors, ISymbol x) {
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            IExpr d = derivative(factors.get(i), x);
            if (!d.equals(Expr.ZERO)) {
                List<IExpr> copy = new ArrayList<>(factors);
                copy.set(i, d);
                terms.add(Expr.times(copy));
            }
        }
        return Expr.plus(terms);
    }

    private static IExpr power(IExpr base, IExpr exponent, ISymbol x) {
        IExpr db = derivative(base, x);
        IExpr dq = derivative(exponent, x);
        IExpr viaBase = Expr.times(exponent, Expr.power(base, Expr.minus(exponent, Expr.ONE)), db);
        if (dq.equals(Expr.ZERO)) {
            return viaBase;
        }
        IExpr viaExponent = Expr.times(Expr.power(base, exponent), Expr.log(base), dq);
        return db.equals(Expr.ZERO) ? viaExponent : Expr.plus(viaBase, viaExponent);
    }

    private static IExpr piecewise(IAST a, ISymbol x) {
        List<Expr.Branch> branches = Expr.branches(a).stream()
                .map(b -> new Expr.Branch(b.condition(), derivative(b.value(), x)))
                .toList();
        return Expr.piecewise(branches, derivative(a.arg2(), x));
    }

    private static IExpr integral(IAST a, ISymbol x) {
        IAST range = (IAST) a.arg2();
        ISymbol s = (ISymbol) range.arg1();
        IExpr f = a.arg1();
        IExpr low = range.arg2();
        IExpr high = range.arg3();
        IExpr inside = s.equals(x) ? Expr.ZERO : Expr.integral(derivative(f, x), s, low, high);
        return Expr.plus(
                inside,
                Expr.times(Expr.substitute(f, s, high), derivative(high, x)),
                Expr.negate(Expr.times(Expr.substitute(f, s, low), derivative(low, x))));
    }

    private static IExpr arbitrary(IAST a, ISymbol x) {
        List<IExpr> arguments = Expr.arguments(a);
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            IExpr d = derivative(arguments.get(i), x);
            if (!d.equals(Expr.ZERO)) {
                terms.add(Expr.times(raised(a, i), d));
            }
        }
        return Expr.plus(terms);
    }

    private static IExpr raised(IAST a, int argument) {
        List<Integer> orders = new ArrayList<>(ArbitraryFunction.orders(a));
        orders.set(argument, orders.get(argument) + 1);
        return Expr.applyDerivative(ArbitraryFunction.name(a), orders, Expr.arguments(a));
    }

    private static IExpr chain(Elementary f, IExpr g, ISymbol x) {
        IExpr inner = derivative(g, x);
        return inner.equals(Expr.ZERO) ? Expr.ZERO : Expr.times(outer(f, g), inner);
    }

    /** {@code f'(g)}. */
    static IExpr outer(Elementary f, IExpr g) {
        IExpr one = Expr.ONE;
        IExpr square = Expr.power(g, 2);
        return switch (f) {
            case LOG -> Expr.power(g, -1);
            case ABS -> Expr.apply(Elementary.SIGN, g);
            case SIGN -> Expr.ZERO;
            case SIN -> Expr.apply(Elementary.COS, g);
            case COS -> Expr.negate(Expr.apply(Elementary.SIN, g));
            case TAN -> Expr.plus(one, Expr.power(Expr.apply(f, g), 2));
            case SEC -> Expr.times(Expr.apply(f, g), Expr.apply(Elementary.TAN, g));
            case CSC -> Expr.negate(Expr.times(Expr.apply(f, g), Expr.apply(Elementary.COT, g)));
            case COT -> Expr.negate(Expr.plus(one, Expr.power(Expr.apply(f, g), 2)));
            case ASIN -> Expr.power(Expr.minus(one, square), Expr.rational(-1, 2));
            case ACOS -> Expr.negate(Expr.power(Expr.minus(one, square), Expr.rational(-1, 2)));
            case ATAN -> Expr.power(Expr.plus(one, square), -1);
            case SINH -> Expr.apply(Elementary.COSH, g);
            case COSH -> Expr.apply(Elementary.SINH, g);
            case TANH -> Expr.minus(one, Expr.power(Expr.apply(f, g), 2));
            case SECH -> Expr.negate(Expr.times(Expr.apply(f, g), Expr.apply(Elementary.TANH, g)));
            case CSCH -> Expr.negate(Expr.times(Expr.apply(f, g), Expr.apply(Elementary.COTH, g)));
            case COTH -> Expr.minus(one, Expr.power(Expr.apply(f, g), 2));
            case ASINH -> Expr.power(Expr.plus(one, square), Expr.rational(-1, 2));
            case ACOSH -> Expr.power(Expr.plus(square, Expr.MINUS_ONE), Expr.rational(-1, 2));
            case ATANH -> Expr.power(Expr.minus(one, square), -1);
            case ERF -> Expr.times(Expr.TWO, Expr.power(Expr.PI, Expr.rational(-1, 2)), Expr.exp(Expr.negate(square)));
            case ERFI -> Expr.times(Expr.TWO, Expr.power(Expr.PI, Expr.rational(-1, 2)), Expr.exp(square));
            case EI -> Expr.divide(Expr.exp(g), g);
            case LAMBERTW -> {
                IExpr w = Expr.apply(f, g);
                yield Expr.divide(w, Expr.times(g, Expr.plus(one, w)));
            }
            case MIN, MAX -> throw new IllegalArgumentException("not of one argument: " + f);
        };
    }

    /** {@code min, max} as the piecewise function that they are. */
    public static IExpr asPiecewise(Elementary f, List<IExpr> arguments) {
        IExpr out = arguments.get(0);
        for (IExpr b : arguments.subList(1, arguments.size())) {
            IExpr gap = Expr.minus(out, b);
            IExpr condition = gap instanceof IRational q
                    ? (Numbers.signum(q) >= 0 ? S.True : S.False)
                    : Condition.compare(out, f == Elementary.MAX ? S.GreaterEqual : S.LessEqual, b);
            out = Expr.piecewise(List.of(new Expr.Branch(condition, out)), b);
        }
        return out;
    }
}
