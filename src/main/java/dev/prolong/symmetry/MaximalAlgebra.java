package dev.prolong.symmetry;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The symmetries of {@code y^(n) = 0}, n at least two. One equation of order n has no more point symmetries, and as many only if a point
 * transformation takes it to this one: then its algebra is this algebra, whatever its generators look like.
 *
 * <p>Source: Lie, Arch. Mat. Naturvidenskab 8 (1883), for order two; Mahomed and Leach, Symmetry Lie algebras of nth order ordinary
 * differential equations, J. Math. Anal. Appl. 151 (1990), for higher orders.
 */
public final class MaximalAlgebra {
    private static final int HIGHEST_ORDER = 12;

    private MaximalAlgebra() {}

    /** The structure of an algebra of point symmetries of one equation of this order, where its dimension decides it. */
    public static Optional<AlgebraStructure> structure(int order, int dimension) {
        boolean maximal = order == 2 && dimension == 8 || order > 2 && dimension == order + 4;
        return maximal && order <= HIGHEST_ORDER ? structure(basis(order)) : Optional.empty();
    }

    private static Optional<AlgebraStructure> structure(List<Generator> basis) {
        List<ISymbol> names = new ArrayList<>();
        for (int i = 1; i <= basis.size(); i++) {
            names.add(Expr.symbol("X" + i));
        }
        return StructureConstants.table(basis, names, List.of()).flatMap(AlgebraStructure::of);
    }

    private static List<Generator> basis(int order) {
        ISymbol x = Expr.symbol("x");
        ISymbol y = Expr.symbol("y");
        IExpr xy = Expr.times(x, y);
        List<List<IExpr>> components = new ArrayList<>(List.of(
                List.of(Expr.ONE, Expr.ZERO),
                List.of(x, Expr.ZERO),
                List.of(Expr.power(x, 2), Expr.times(Expr.integer(order - 1), xy)),
                List.of(Expr.ZERO, y)));
        for (int k = 0; k < order; k++) {
            components.add(List.of(Expr.ZERO, Expr.power(x, k)));
        }
        if (order == 2) {
            components.add(List.of(y, Expr.ZERO));
            components.add(List.of(xy, Expr.power(y, 2)));
        }
        return components.stream().map(c -> new Generator(List.of(x, y), c)).toList();
    }
}
