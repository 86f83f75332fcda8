package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The notation of a terminal that shows ASCII only: the input language, {@code d/dx} for {@code ∂_x}. */
final class AsciiNotation implements Notation {
    @Override
    public String tree(IExpr e) {
        return name(InputForm.of(e));
    }

    @Override
    public String display(IExpr e) {
        return tree(e);
    }

    @Override
    public String factor(IExpr e) {
        String printed = tree(e);
        return Expr.isSum(e) || printed.contains("/") ? "(" + printed + ")" : printed;
    }

    @Override
    public String name(String name) {
        return name.replace(GeneratorName.LETTER, "X");
    }

    @Override
    public String minus() {
        return "-";
    }

    @Override
    public String sign(int c) {
        return Ascii.of(Character.toString(c));
    }

    @Override
    public String partial(ISymbol x) {
        return "d/d" + tree(x);
    }

    @Override
    public String image(ISymbol x) {
        return tree(x) + "~";
    }

    @Override
    public String totalDerivative(ISymbol t) {
        return "D_" + tree(t);
    }

    @Override
    public String dots() {
        return "...";
    }
}
