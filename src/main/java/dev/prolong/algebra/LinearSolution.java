package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function that is known by a linear differential equation only: a component of some solution of {@code v' = M(s) v}, taken at an
 * argument.
 *
 * <p>The tree carries its equation, so that {@code ∂/∂x v_i(g) = Σ_j M_ij(g) v_j(g) ∂g/∂x} needs nothing else. It stands for every
 * solution: what is proved with it holds for all of them.
 */
public final class LinearSolution {
    /** No user's name contains a dollar sign. */
    private static final ISymbol BOUND = Expr.symbol("s$");

    private LinearSolution() {}

    /**
     * The components {@code v_1 .. v_n} of one solution at an argument.
     *
     * @param which tells several solutions of one equation apart
     * @param s the variable of the matrix
     */
    public static List<IExpr> components(int which, ISymbol s, List<List<IExpr>> matrix, IExpr argument) {
        IExpr[] rows = matrix.stream()
                .map(row -> (IExpr) F.ast(
                        row.stream()
                                .map(m -> Expr.substitute(m, s, BOUND))
                                .toArray(IExpr[]::new),
                        S.List))
                .toArray(IExpr[]::new);
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            out.add(tree(F.ZZ(i), F.ZZ(which), F.ast(rows, S.List), argument));
        }
        return out;
    }

    private static IExpr tree(IExpr index, IExpr which, IExpr matrix, IExpr argument) {
        return F.ast(new IExpr[] {index, which, matrix, argument}, S.DSolve);
    }

    public static boolean is(IExpr e) {
        return e.isAST(S.DSolve);
    }

    /** All such functions in a tree, each once. */
    public static Set<IExpr> in(IExpr e) {
        Set<IExpr> out = new LinkedHashSet<>();
        collect(e, out);
        return out;
    }

    private static void collect(IExpr e, Set<IExpr> out) {
        if (is(e)) {
            out.add(e);
        } else if (e instanceof IAST a) {
            for (int i = 1; i < a.size(); i++) {
                collect(a.get(i), out);
            }
        }
    }

    public static IExpr argument(IExpr e) {
        return ((IAST) e).get(4);
    }

    /** Which component it is, from 0. */
    public static int index(IExpr e) {
        return Numbers.numerator(((IAST) e).get(1)).intValueExact();
    }

    /** The components of the same solution at the same argument. */
    public static List<IExpr> siblings(IExpr e) {
        IAST a = (IAST) e;
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < ((IAST) a.get(3)).argSize(); i++) {
            out.add(tree(F.ZZ(i), a.get(2), a.get(3), a.get(4)));
        }
        return out;
    }

    /** The matrix, in the given variable. */
    public static List<List<IExpr>> matrix(IExpr e, IExpr s) {
        return Expr.arguments(((IAST) e).get(3)).stream()
                .map(row -> Expr.arguments(row).stream()
                        .map(m -> Expr.substitute(m, BOUND, s))
                        .toList())
                .toList();
    }

    /** A value that the function may take, as at any one point all do: generic, the same for equal trees. */
    public static IExpr value(IExpr e) {
        int which = Numbers.numerator(((IAST) e).get(2)).intValueExact();
        return Expr.rational(731 + 277L * index(e) + 419L * which, 1009);
    }

    /** {@code v_i'(g) = Σ_j M_ij(g) v_j(g)}: the derivative by the argument. */
    static IExpr derivative(IExpr e) {
        List<IExpr> row = matrix(e, argument(e)).get(index(e));
        List<IExpr> siblings = siblings(e);
        List<IExpr> terms = new ArrayList<>();
        for (int j = 0; j < row.size(); j++) {
            terms.add(Expr.times(row.get(j), siblings.get(j)));
        }
        return Expr.plus(terms);
    }

    static IExpr substitute(IExpr e, Map<? extends IExpr, ? extends IExpr> replacements) {
        IAST a = (IAST) e;
        return tree(
                a.get(1),
                a.get(2),
                Rebuild.substitute(a.get(3), replacements),
                Rebuild.substitute(a.get(4), replacements));
    }

    /** Free symbols of the matrix: constants of the equation. */
    static Set<ISymbol> constants(IExpr e) {
        Set<ISymbol> out = new TreeSet<>(Order.INSTANCE);
        Rebuild.collectSymbols(((IAST) e).get(3), out);
        out.remove(BOUND);
        return out;
    }
}
