package dev.prolong.codegen;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The argument {@code A = m z + n} through which a model {@code z' = σ(θ1 z + θ2)} and its quantity depend on z.
 *
 * @param tree A
 * @param slope m, free of z
 */
record AffineArgument(IExpr tree, IExpr slope, ISymbol state) {
    /** Stands for A. */
    static final ISymbol SYMBOL = Expr.symbol("affine argument");

    /** The first affine, not constant sum (or z itself) in the tree; where that is a product alone, a sum in the tree with this product. */
    static Optional<AffineArgument> in(IExpr e, ISymbol z) {
        Optional<AffineArgument> found = first(e, z);
        return found.flatMap(a -> Expr.subtrees(e, Expr::isSum).stream()
                        .filter(sum -> Expr.terms(sum).contains(a.tree()))
                        .filter(sum -> Differentiation.derivative(sum, z).equals(a.slope()))
                        .findFirst()
                        .map(sum -> new AffineArgument(sum, a.slope(), z)))
                .or(() -> found);
    }

    private static Optional<AffineArgument> first(IExpr e, ISymbol z) {
        if (e.equals(z)) {
            return Optional.of(new AffineArgument(z, Expr.ONE, z));
        }
        if (!(e instanceof IAST) || Expr.isFreeOf(e, z) || Expr.isIntegral(e)) {
            return Optional.empty();
        }
        if (Expr.isSum(e) || Expr.isProduct(e)) {
            IExpr slope = Differentiation.derivative(e, z);
            if (!slope.equals(Expr.ZERO) && Expr.isFreeOf(slope, z)) {
                return Optional.of(new AffineArgument(e, slope, z));
            }
        }
        return Expr.arguments(e).stream().flatMap(x -> first(x, z).stream()).findFirst();
    }

    /** The tree with every affine function of z that is a multiple of A (plus what is free of z) written in {@link #SYMBOL}. */
    IExpr abstracted(IExpr e) {
        if (!(e instanceof IAST a) || Expr.isFreeOf(e, state)) {
            return e;
        }
        if (e.equals(tree)) {
            return SYMBOL;
        }
        if (Expr.isSum(e)) {
            List<IExpr> affine = Expr.terms(e).stream()
                    .filter(t -> Expr.isFreeOf(Differentiation.derivative(t, state), state))
                    .toList();
            IExpr whole = Expr.plus(affine);
            IExpr there = Differentiation.derivative(whole, state);
            if (!there.isZero()) {
                IExpr factor = Expr.divide(there, slope);
                List<IExpr> rest = new ArrayList<>(affine);
                Expr.terms(tree).forEach(t -> rest.add(Expr.negate(Expr.times(factor, t))));
                IExpr left = Expr.plus(rest);
                if (Expr.size(left) + Expr.size(factor) < Expr.size(whole)) {
                    List<IExpr> others = new ArrayList<>(Expr.terms(e));
                    others.removeAll(affine);
                    return Expr.plus(
                            Expr.times(factor, SYMBOL),
                            left,
                            Expr.plus(others.stream().map(this::abstracted).toList()));
                }
                // A sum such as z - t: only the terms with functions of A inside change.
            }
        }
        return Expr.rebuild(
                a.head(), Expr.arguments(e).stream().map(this::abstracted).toList());
    }

    IExpr restored(IExpr e) {
        return Expr.substitute(e, SYMBOL, tree);
    }
}
