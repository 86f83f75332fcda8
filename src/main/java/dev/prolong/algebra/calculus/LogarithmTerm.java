package dev.prolong.algebra.calculus;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** A term {@code c log|p|} or {@code c log p} of a sum, c constant. */
record LogarithmTerm(IExpr term, IExpr coefficient, IExpr argument, boolean absolute) {
    static List<LogarithmTerm> in(IExpr sum, ISymbol x) {
        List<LogarithmTerm> out = new ArrayList<>();
        for (IExpr term : Expr.terms(sum)) {
            List<IExpr> variable = Expr.factors(term).stream()
                    .filter(f -> !Expr.isFreeOf(f, x))
                    .toList();
            if (variable.size() == 1 && variable.get(0).isAST(Elementary.LOG.head())) {
                IExpr logarithm = variable.get(0);
                IExpr argument = ((IAST) logarithm).arg1();
                boolean absolute = argument.isAST(Elementary.ABS.head());
                out.add(new LogarithmTerm(
                        term, Expr.divide(term, logarithm), absolute ? ((IAST) argument).arg1() : argument, absolute));
            }
        }
        return out;
    }
}
