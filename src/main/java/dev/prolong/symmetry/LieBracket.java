package dev.prolong.symmetry;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/** The Lie bracket {@code [X, Y]_i = X(Y_i) − Y(X_i)}. Source: Olver, section 1.4. */
public final class LieBracket {
    private LieBracket() {}

    public static Generator of(Generator x, Generator y) {
        if (!x.coordinates().equals(y.coordinates())) {
            throw new IllegalArgumentException("fields on different coordinates");
        }
        List<IExpr> out = new ArrayList<>();
        for (int i = 0; i < x.coordinates().size(); i++) {
            out.add(Expr.minus(
                    x.apply(y.infinitesimals().get(i)),
                    y.apply(x.infinitesimals().get(i))));
        }
        return new Generator(x.coordinates(), out);
    }
}
