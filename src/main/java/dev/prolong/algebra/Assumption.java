package dev.prolong.algebra;

import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IExpr;

/** {@code expression relation 0}: declared by the user, or a pivot that was taken as non-zero. */
public record Assumption(IExpr expression, Relation relation) {
    /** How an expression is compared with zero. */
    public enum Relation {
        NONZERO("!="),
        POSITIVE(">"),
        NONNEGATIVE(">="),
        NEGATIVE("<"),
        NONPOSITIVE("<=");

        private final String text;

        Relation(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public static Assumption nonzero(IExpr e) {
        return new Assumption(e, Relation.NONZERO);
    }

    /** The same as a condition tree. */
    public IExpr condition() {
        return Condition.compare(
                expression,
                switch (relation) {
                    case NONZERO -> S.Unequal;
                    case POSITIVE -> S.Greater;
                    case NONNEGATIVE -> S.GreaterEqual;
                    case NEGATIVE -> S.Less;
                    case NONPOSITIVE -> S.LessEqual;
                },
                Expr.ZERO);
    }

    @Override
    public String toString() {
        return InputForm.of(expression) + " " + relation.text() + " 0";
    }
}
