package dev.prolong.ansatz.firstorder;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.calculus.AnalyticLogarithm;
import dev.prolong.algebra.calculus.Antiderivative;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Antiderivatives that are kept as integrals where they have no closed form, and exponentials of them. */
final class Quadrature {
    private Quadrature() {}

    static IExpr antiderivative(IExpr g, ISymbol s, List<Assumption> assumptions) {
        return Antiderivative.of(g, s, assumptions)
                .map(AnalyticLogarithm::of)
                .orElseGet(() -> Antiderivative.kept(g, s, assumptions));
    }

    /** {@code exp(∫ g ds)} with {@code e^(q log|u|) = u^q}, which differs from it by constants. */
    static IExpr exponential(IExpr g, ISymbol s, List<Assumption> assumptions) {
        if (g.equals(Expr.ZERO)) {
            return Expr.ONE;
        }
        List<IExpr> factors = new ArrayList<>();
        List<IExpr> exponents = new ArrayList<>();
        IExpr exponent = Antiderivative.of(g, s, assumptions).orElseGet(() -> Antiderivative.kept(g, s, assumptions));
        for (IExpr term : Expr.terms(exponent)) {
            List<IExpr> rest = new ArrayList<>(Expr.factors(term));
            List<IExpr> logarithms = rest.stream()
                    .filter(e -> e.isAST(Elementary.LOG.head()) && !Expr.isFreeOf(e, s))
                    .toList();
            rest.removeAll(logarithms);
            boolean constant = rest.stream().allMatch(e -> Expr.isFreeOf(e, s));
            if (logarithms.size() == 1 && constant) {
                IExpr argument = ((IAST) logarithms.get(0)).arg1();
                boolean absolute = argument.isAST(Elementary.ABS.head());
                factors.add(Expr.power(absolute ? ((IAST) argument).arg1() : argument, Expr.times(rest)));
            } else {
                exponents.add(term);
            }
        }
        factors.add(Expr.exp(Expr.plus(exponents)));
        return Expr.times(factors);
    }
}
