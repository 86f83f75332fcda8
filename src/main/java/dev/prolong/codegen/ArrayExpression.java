package dev.prolong.codegen;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** Trees as expressions of arrays; a tree without symbols is a number, which becomes an array only where one is needed. */
abstract class ArrayExpression extends JavaExpression {
    ArrayExpression(Map<IExpr, String> names) {
        super(names);
    }

    /** The tree as an array. */
    final String array(IExpr e) {
        String text = of(e);
        return isNumber(e) ? full(text) : text;
    }

    /** An array of equal numbers. */
    abstract String full(String number);

    /** The function of a condition and two arrays that takes the first array where the condition holds, else the second. */
    abstract String choice();

    @Override
    final String pieces(List<Expr.Branch> branches, IExpr otherwise) {
        StringBuilder out = new StringBuilder();
        for (Expr.Branch b : branches) {
            out.append(choice())
                    .append("(")
                    .append(of(b.condition()))
                    .append(", ")
                    .append(array(b.value()))
                    .append(", ");
        }
        return out.append(array(otherwise)).append(")".repeat(branches.size())).toString();
    }

    /** Whether the tree is written as a number: no symbols, no names, nothing but what every language computes of numbers. */
    final boolean isNumber(IExpr e) {
        return Expr.symbols(e).isEmpty()
                && Expr.subtrees(
                                e,
                                s -> named(s) != null
                                        || Expr.isPiecewise(s)
                                        || Expr.isIntegral(s)
                                        || Expr.isArbitrary(s)
                                        || s instanceof IAST a && isSpecial(a))
                        .isEmpty();
    }

    private static boolean isSpecial(IAST e) {
        return Elementary.byHead(e.head())
                .filter(f -> !IN_JDK.contains(f.text()) || f.variadic() || f == Elementary.ABS)
                .isPresent();
    }
}
