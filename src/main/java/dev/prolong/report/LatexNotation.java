package dev.prolong.report;

import java.util.List;
import java.util.Locale;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The notation of LaTeX's math mode. */
final class LatexNotation implements Notation {
    @Override
    public String tree(IExpr e) {
        return LatexForm.of(e);
    }

    @Override
    public String display(IExpr e) {
        return tree(e);
    }

    @Override
    public String factor(IExpr e) {
        return LatexForm.factor(e) + "\\,";
    }

    @Override
    public String name(String name) {
        return LatexForm.name(name);
    }

    @Override
    public boolean showsPictures() {
        return true;
    }

    @Override
    public String aside(String function) {
        return " \\qquad \\left[" + function + "\\right]";
    }

    @Override
    public String minus() {
        return "-";
    }

    @Override
    public String sign(int c) {
        String symbol = c == ' ' ? "\\, " : LatexSymbol.of(c);
        return symbol.isEmpty() ? Character.toString(c) : symbol + (symbol.matches("\\\\\\w+") ? " " : "");
    }

    @Override
    public String array(List<List<String>> rows) {
        return "\\begin{pmatrix} "
                + String.join(
                        " \\\\ ", rows.stream().map(r -> String.join(" & ", r)).toList())
                + " \\end{pmatrix}";
    }

    @Override
    public String partial(ISymbol x) {
        return "\\partial_{" + tree(x) + "}";
    }

    @Override
    public String image(ISymbol x) {
        return "\\bar{" + tree(x) + "}";
    }

    @Override
    public String decimal(String number) {
        int e = number.toLowerCase(Locale.ROOT).indexOf('e');
        return e < 0
                ? number
                : number.substring(0, e) + " \\cdot 10^{"
                        + number.substring(e + 1).replace("+", "") + "}";
    }

    @Override
    public String bracket(String x, String y) {
        return "[" + x + ",\\, " + y + "]";
    }

    @Override
    public String totalDerivative(ISymbol t) {
        return "D_{" + tree(t) + "}";
    }

    @Override
    public String dots() {
        return "\\cdots";
    }
}
