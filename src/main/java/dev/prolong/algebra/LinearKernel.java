package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function that is known by a linear ordinary differential equation only: {@code K_1' = K_2, .., K_m' = a_0 K_1 + .. + a_{m−1} K_m + r}
 * with coefficients in the variable. The tree carries its law, so that it can be differentiated anywhere; it holds for every solution.
 *
 * @param argument where it is taken; usually the variable itself
 * @param variable in which the coefficients are written
 * @param names of {@code K_1 .. K_m}
 * @param index which of them, from 0
 * @param coefficients {@code a_0 .. a_{m−1}, r}
 */
public record LinearKernel(IExpr argument, ISymbol variable, List<String> names, int index, List<IExpr> coefficients) {
    public LinearKernel {
        names = List.copyOf(names);
        coefficients = List.copyOf(coefficients);
        if (coefficients.size() != names.size() + 1) {
            throw new IllegalArgumentException("one coefficient for each function and the source");
        }
    }

    public static boolean isKernel(IExpr e) {
        return e.isAST(S.DSolve) && ((IAST) e).argSize() == 5;
    }

    /** Reads the tree. */
    public static LinearKernel of(IExpr e) {
        IAST a = (IAST) e;
        List<String> names =
                Expr.arguments(a.get(3)).stream().map(IExpr::toString).toList();
        return new LinearKernel(
                a.arg1(),
                (ISymbol) a.arg2(),
                names,
                Numbers.numerator(a.get(4)).intValueExact(),
                Expr.arguments(a.get(5)));
    }

    public IExpr tree() {
        IExpr[] labels = names.stream().map(F::stringx).toArray(IExpr[]::new);
        return F.ast(
                new IExpr[] {
                    argument,
                    variable,
                    F.ast(labels, S.List),
                    F.ZZ(index),
                    F.ast(coefficients.toArray(IExpr[]::new), S.List)
                },
                S.DSolve);
    }

    public String name() {
        return names.get(index);
    }

    /** Another function of the same chain at the same argument. */
    public LinearKernel at(int i) {
        return new LinearKernel(argument, variable, names, i, coefficients);
    }

    /** The derivative in the argument. */
    public IExpr derivative() {
        if (index + 1 < names.size()) {
            return at(index + 1).tree();
        }
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            terms.add(Expr.times(coefficient(i), at(i).tree()));
        }
        terms.add(coefficient(names.size()));
        return Expr.plus(terms);
    }

    /** The coefficients of the law at the argument. */
    public List<IExpr> law() {
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i <= names.size(); i++) {
            out.add(coefficient(i));
        }
        return out;
    }

    private IExpr coefficient(int i) {
        return argument.equals(variable)
                ? coefficients.get(i)
                : Expr.substitute(coefficients.get(i), variable, argument);
    }

    LinearKernel withArgument(IExpr g) {
        return new LinearKernel(g, variable, names, index, coefficients);
    }

    void collectSymbols(Set<ISymbol> out) {
        Set<ISymbol> inner = new java.util.TreeSet<>(Order.INSTANCE);
        coefficients.forEach(c -> Rebuild.collectSymbols(c, inner));
        inner.remove(variable);
        out.addAll(inner);
        Rebuild.collectSymbols(argument, out);
    }
}
