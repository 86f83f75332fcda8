package dev.prolong.verification;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.ZeroDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Values put in for constants one after the other; those that come first may depend on later ones. */
record GivenValues(Map<ISymbol, IExpr> values) {
    static final GivenValues NONE = new GivenValues(Map.of());

    /** With these too. */
    GivenValues and(Map<ISymbol, IExpr> more) {
        Map<ISymbol, IExpr> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new GivenValues(all);
    }

    /** That the constants have these values and the condition holds: what it says of constants is put into the values. */
    IExpr with(IExpr condition) {
        Map<IExpr, IExpr> all = new LinkedHashMap<>(values);
        all.putAll(of(parts(condition)));
        List<IExpr> parts = new ArrayList<>();
        values.forEach((c, value) -> {
            IExpr there = value;
            for (int i = 0; i < all.size(); i++) {
                there = Expr.substitute(there, all);
            }
            parts.add(Condition.compare(c, S.Equal, there));
        });
        parts.add(condition);
        return Condition.and(parts);
    }

    /** Whether they exist where the condition says what constants are: {@code c = 1/(d − 1)} does not for {@code d = 1}. */
    boolean exist(IExpr condition, List<Assumption> assumptions) {
        Map<IExpr, IExpr> all = new LinkedHashMap<>(values);
        all.putAll(of(parts(condition)));
        return values.values().stream()
                .map(v -> Expr.substitute(v, all))
                .flatMap(v -> Expr.subtrees(v, Expr::isPower).stream())
                .noneMatch(p -> ((IAST) p).arg2() instanceof IRational q
                        && q.isNegative()
                        && ZeroDecision.isZero(((IAST) p).arg1(), assumptions));
    }

    /** The conditions of which this is the conjunction. */
    static List<IExpr> parts(IExpr condition) {
        return condition.isAST(S.And) ? Expr.arguments(condition) : List.of(condition);
    }

    /** What constants are by those of these conditions that say it. */
    static Map<ISymbol, IExpr> of(List<IExpr> conditions) {
        Map<ISymbol, IExpr> values = new LinkedHashMap<>();
        for (IExpr part : conditions) {
            if (part.isAST(S.Equal) && ((IAST) part).arg1() instanceof ISymbol c) {
                values.put(c, ((IAST) part).arg2());
            }
        }
        return values;
    }
}
