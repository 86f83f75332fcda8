package dev.prolong.group;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** The new variable {@code u = a x + b} in which a function of x is written most briefly. */
record AffineArgument(ISymbol x, ISymbol u, IExpr a, IExpr b) {
    /** The shortest sum affine in x that occurs in g, or x itself. */
    static AffineArgument of(IExpr g, ISymbol x) {
        ISymbol u = Expr.symbol(x.getSymbolName() + "$u");
        Optional<IExpr> argument = Expr.subtrees(
                        g, e -> Expr.isSum(e) && slope(e, x).isPresent())
                .stream()
                .map(e -> startsNegative(e) ? Expr.negate(e) : e)
                .min(Comparator.comparingLong(Expr::size));
        return argument.map(e -> new AffineArgument(x, u, slope(e, x).orElseThrow(), Expr.substitute(e, x, Expr.ZERO)))
                .orElseGet(() -> new AffineArgument(x, u, Expr.ONE, Expr.ZERO));
    }

    /** The function of x as one of u. */
    IExpr in(IExpr e) {
        if (Expr.isFreeOf(e, x)) {
            return e;
        }
        Optional<IExpr> slope = slope(e, x);
        if (slope.isPresent()) {
            IExpr r = Expr.divide(slope.get(), a);
            IExpr rest = Expr.minus(Expr.substitute(e, x, Expr.ZERO), Expr.times(r, b));
            return Expr.plus(Expr.times(r, u), rest);
        }
        if (isClosed(e)) {
            return Expr.substitute(e, x, x(u));
        }
        return Expr.rebuild(
                ((IAST) e).head(), Expr.arguments(e).stream().map(this::in).toList());
    }

    /** The image of x where that of u is given, both as functions of where they start. */
    IExpr back(IExpr image) {
        List<IExpr> terms = Expr.terms(image);
        IExpr moved = terms.contains(u) ? Expr.plus(x, over(Expr.minus(image, u))) : x(image);
        return out(moved);
    }

    /** The expression in u as one in x. */
    IExpr out(IExpr e) {
        return Expr.substitute(e, u, Expr.plus(Expr.times(a, x), b));
    }

    private IExpr x(IExpr value) {
        return Expr.divide(Expr.minus(value, b), a);
    }

    private IExpr over(IExpr sum) {
        List<IExpr> terms = Expr.terms(sum);
        return terms.size() > 2 || a.equals(Expr.ONE)
                ? Expr.divide(sum, a)
                : Expr.plus(terms.stream().map(t -> Expr.divide(t, a)).toList());
    }

    /** What is not taken apart. */
    private static boolean isClosed(IExpr e) {
        return Expr.isIntegral(e) || Expr.isPiecewise(e) || LinearKernel.isKernel(e);
    }

    /** The slope of a function affine in x that is not a constant. */
    private static Optional<IExpr> slope(IExpr e, ISymbol x) {
        if (isClosed(e)) {
            return Optional.empty();
        }
        IExpr slope = Differentiation.derivative(e, x);
        return Expr.isFreeOf(slope, x) && !slope.equals(Expr.ZERO) ? Optional.of(slope) : Optional.empty();
    }

    private static boolean startsNegative(IExpr sum) {
        return Expr.arguments(sum).stream()
                .filter(t -> !(t instanceof IRational))
                .findFirst()
                .map(t -> Expr.factors(t).get(0))
                .filter(c -> c instanceof IRational q && q.toBigNumerator().signum() < 0)
                .isPresent();
    }
}
