package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A row {@code identity} of {@code rules/identities}: wherever {@code printed} is real, {@code computed} is the same number.
 *
 * <p>A printed sum may be part of a longer sum and have a common factor there, a printed product part of a longer product; a printed
 * reciprocal stands for every negative power.
 */
record Identity(String name, List<ISymbol> variables, IExpr printed, IExpr computed) {
    Identity {
        variables = List.copyOf(variables);
    }

    /** The tree with the identity applied once at its root, if it applies. */
    Optional<IExpr> apply(IExpr e) {
        Matching matching = new Matching(new LinkedHashSet<>(variables));
        if (Expr.isSum(printed)) {
            return Expr.isSum(e) ? matching.partOfSum(printed, computed, e) : Optional.empty();
        }
        if (Expr.isProduct(printed)) {
            return Expr.isProduct(e) ? matching.partOfProduct(printed, computed, e) : Optional.empty();
        }
        if (isReciprocal(printed) && Expr.isPower(e) && ((IAST) e).arg2() instanceof IRational q && q.isNegative()) {
            IExpr base = ((IAST) printed).arg1();
            return matching.all(base, ((IAST) e).arg1(), Map.of()).stream()
                    .findFirst()
                    .map(found -> Expr.power(Expr.substitute(computed, found), Expr.negate(q)));
        }
        return printed.isAST(S.Power) != e.isAST(S.Power)
                ? Optional.empty()
                : matching.all(printed, e, Map.of()).stream()
                        .findFirst()
                        .map(found -> Expr.substitute(computed, found));
    }

    private static boolean isReciprocal(IExpr e) {
        return Expr.isPower(e) && ((IAST) e).arg2().equals(Expr.MINUS_ONE);
    }
}
