package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.symmetry.Generator;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** How a kind of report writes formulas: trees, and the notation of symmetry groups around them. */
interface Notation {
    /** A tree on one line. */
    String tree(IExpr e);

    /** A tree on lines of its own, where it may be written larger. */
    String display(IExpr e);

    /** A tree as a factor to the left of something else. */
    String factor(IExpr e);

    String name(String name);

    String minus();

    /** A sign between names: {@code ᵀ}, {@code ·}, {@code ⟨}. */
    default String sign(int c) {
        return c == '-' ? minus() : Character.toString(c);
    }

    /** Entries in rows; in one column where they are a vector. */
    default String array(List<List<String>> rows) {
        boolean vector = rows.stream().allMatch(r -> r.size() == 1);
        List<String> written = rows.stream().map(r -> String.join(", ", r)).toList();
        return "(" + String.join(vector ? ", " : "; ", written) + ")";
    }

    /** What a line is the coefficient of, behind it. */
    default String aside(String function) {
        return "    [" + function + "]";
    }

    /** Whether pictures can stand beside formulas of this notation. */
    default boolean showsPictures() {
        return false;
    }

    /** A decimal number as Java writes it. */
    default String decimal(String number) {
        return number;
    }

    /** {@code l = r}. */
    default String equation(String left, String right) {
        return left + " = " + right;
    }

    /** {@code ∂_x}. */
    String partial(ISymbol x);

    /** The total derivative {@code D_t}. */
    String totalDerivative(ISymbol t);

    /** An ellipsis between terms. */
    String dots();

    /** The image {@code x̄} of a coordinate. */
    String image(ISymbol x);

    /** {@code [X, Y]}. */
    default String bracket(String x, String y) {
        return "[" + x + ", " + y + "]";
    }

    /** {@code T(t, z)}. */
    default String application(ISymbol name, List<ISymbol> arguments) {
        return tree(Expr.apply(name, arguments));
    }

    default String name(ISymbol s) {
        return tree(s);
    }

    /** {@code Σ X_i ∂_{x_i}} without its zero components. */
    default String vectorField(Generator x) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < x.coordinates().size(); i++) {
            IExpr component = x.infinitesimals().get(i);
            if (component.equals(Expr.ZERO)) {
                continue;
            }
            boolean negative = TreeForm.isNegative(component);
            if (out.length() > 0) {
                out.append(' ').append(negative ? minus() : "+").append(' ');
            } else if (negative) {
                out.append(minus());
            }
            IExpr size = negative ? Expr.negate(component) : component;
            out.append(size.equals(Expr.ONE) ? "" : factor(size) + " ")
                    .append(partial(x.coordinates().get(i)));
        }
        return out.length() == 0 ? "0" : out.toString();
    }
}
