package dev.prolong.codegen;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import dev.prolong.algebra.field.DifferentialField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Keeps the distance of {@code A = m z + n} from an equilibrium c, where a quantity is singular: {@code A - c} from the rounded A would be 0
 * beside c already. Sums {@code m z + n - c} in denominators and logarithms become calls of {@code productSum}, which keeps what
 * rounding loses.
 */
final class Distances {
    private static final ISymbol PRODUCT_SUM = Expr.symbol("productSum");

    private Distances() {}

    /** A polynomial in A as a product, so that its zeros are distances; other trees as they are. */
    static IExpr factored(IExpr f, AffineArgument argument) {
        IExpr g = argument.abstracted(f);
        Set<ISymbol> only = Set.of(AffineArgument.SYMBOL);
        if (!Expr.isSum(g)
                || !Expr.symbols(g).equals(only)
                || Polynomials.coefficients(g, only).isEmpty()) {
            return f;
        }
        DifferentialField field = DifferentialField.of(List.of(g), Set.of(), List.of());
        DifferentialField.Factored product = field.factored(field.element(g));
        List<IExpr> factors = new ArrayList<>(List.of(product.content()));
        product.powers().forEach((base, power) -> factors.add(Expr.power(argument.restored(base), power)));
        return Expr.times(factors);
    }

    /** The tree with its distances from equilibria kept. */
    static IExpr kept(IExpr e) {
        return kept(e, false);
    }

    private static IExpr kept(IExpr e, boolean singular) {
        if (!(e instanceof IAST a) || Expr.isIntegral(e)) {
            return e;
        }
        Optional<IExpr> distance = singular ? distance(e) : Optional.empty();
        if (distance.isPresent()) {
            return distance.get();
        }
        boolean divisor = Expr.isPower(e) && a.arg2() instanceof IRational q && q.isNegative();
        boolean logarithm = !Expr.isSum(e)
                && !Expr.isProduct(e)
                && !Expr.isPower(e)
                && (a.head().equals(Elementary.LOG.head())
                        || a.head().toString().startsWith("logAbs"));
        List<IExpr> arguments = Expr.arguments(a).stream()
                .map(x -> kept(x, singular || divisor || logarithm))
                .toList();
        return arguments.equals(Expr.arguments(a)) ? e : Expr.rebuild(a.head(), arguments);
    }

    /** {@code x y + z + c} or its negative, c a number other than 0. */
    private static Optional<IExpr> distance(IExpr e) {
        List<IExpr> terms = Expr.terms(e);
        Optional<IExpr> product = terms.stream().filter(Distances::isProduct).findFirst();
        Optional<IExpr> number =
                terms.stream().filter(t -> t instanceof IRational).findFirst();
        if (terms.size() != 3 || product.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        boolean minus = Shape.isNegative(product.get());
        List<IExpr> rest = new ArrayList<>(terms);
        rest.remove(product.get());
        rest.remove(number.get());
        IExpr z = minus ? Expr.negate(rest.get(0)) : rest.get(0);
        if (!(Shape.magnitude(z) instanceof ISymbol)) {
            return Optional.empty();
        }
        List<IExpr> factors = Expr.factors(Shape.magnitude(product.get()));
        IExpr c = minus ? Expr.negate(number.get()) : number.get();
        IExpr call = Expr.apply(PRODUCT_SUM, List.of(factors.get(0), factors.get(1), z, c));
        return Optional.of(minus ? Expr.negate(call) : call);
    }

    private static boolean isProduct(IExpr e) {
        List<IExpr> factors = Expr.factors(Shape.magnitude(e));
        return factors.size() == 2 && factors.stream().allMatch(f -> f instanceof ISymbol);
    }
}
