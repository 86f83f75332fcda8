package dev.prolong.algebra;

import java.util.List;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IBuiltInSymbol;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Conditions, as trees: comparisons {@code a < b}, joined by {@code and}, {@code or}. */
public final class Condition {
    public static final IExpr TRUE = S.True;
    public static final IExpr FALSE = S.False;

    private Condition() {}

    /** {@code a rel b} for {@code rel} one of {@code Less, LessEqual, Greater, GreaterEqual, Equal, Unequal}. */
    public static IExpr compare(IExpr a, IBuiltInSymbol relation, IExpr b) {
        if (Expr.minus(a, b) instanceof IRational q) {
            int sign = Numbers.signum(q);
            boolean holds = relation.equals(S.Less) && sign < 0
                    || relation.equals(S.LessEqual) && sign <= 0
                    || relation.equals(S.Greater) && sign > 0
                    || relation.equals(S.GreaterEqual) && sign >= 0
                    || relation.equals(S.Equal) && sign == 0
                    || relation.equals(S.Unequal) && sign != 0;
            return holds ? TRUE : FALSE;
        }
        return F.ast(new IExpr[] {a, b}, relation);
    }

    public static IExpr and(List<IExpr> conditions) {
        List<IExpr> parts =
                flat(conditions, S.And).filter(c -> !c.equals(TRUE)).distinct().toList();
        if (parts.contains(FALSE)) {
            return FALSE;
        }
        return parts.isEmpty() ? TRUE : parts.size() == 1 ? parts.get(0) : F.ast(parts.toArray(IExpr[]::new), S.And);
    }

    public static IExpr or(List<IExpr> conditions) {
        List<IExpr> parts =
                flat(conditions, S.Or).filter(c -> !c.equals(FALSE)).distinct().toList();
        if (parts.contains(TRUE)) {
            return TRUE;
        }
        return parts.isEmpty() ? FALSE : parts.size() == 1 ? parts.get(0) : F.ast(parts.toArray(IExpr[]::new), S.Or);
    }

    /** The negation, pushed down to the comparisons. */
    public static IExpr not(IExpr condition) {
        if (condition.equals(TRUE)) {
            return FALSE;
        }
        if (condition.equals(FALSE)) {
            return TRUE;
        }
        IAST a = (IAST) condition;
        if (a.isAST(S.And)) {
            return or(Expr.arguments(a).stream().map(Condition::not).toList());
        }
        if (a.isAST(S.Or)) {
            return and(Expr.arguments(a).stream().map(Condition::not).toList());
        }
        return compare(a.arg1(), opposite((IBuiltInSymbol) a.head()), a.arg2());
    }

    private static IBuiltInSymbol opposite(IBuiltInSymbol relation) {
        return relation.equals(S.Less)
                ? S.GreaterEqual
                : relation.equals(S.LessEqual)
                        ? S.Greater
                        : relation.equals(S.Greater)
                                ? S.LessEqual
                                : relation.equals(S.GreaterEqual)
                                        ? S.Less
                                        : relation.equals(S.Equal) ? S.Unequal : S.Equal;
    }

    public static boolean isComparison(IExpr e) {
        return e.isAST(S.Less)
                || e.isAST(S.LessEqual)
                || e.isAST(S.Greater)
                || e.isAST(S.GreaterEqual)
                || e.isAST(S.Equal)
                || e.isAST(S.Unequal);
    }

    private static java.util.stream.Stream<IExpr> flat(List<IExpr> conditions, IBuiltInSymbol head) {
        return conditions.stream()
                .flatMap(c -> c.isAST(head) ? Expr.arguments(c).stream() : java.util.stream.Stream.of(c));
    }
}
