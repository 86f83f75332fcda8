package dev.prolong.report;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The notation of a terminal that shows Unicode. */
final class UnicodeNotation implements Notation {
    private static final String MACRON = "\u0304";

    @Override
    public String tree(IExpr e) {
        return UnicodeForm.of(e);
    }

    @Override
    public String display(IExpr e) {
        if (!Expr.isPiecewise(e)) {
            return tree(e);
        }
        List<String> values = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (Expr.Branch branch : Expr.branches((IAST) e)) {
            values.add(tree(branch.value()));
            conditions.add("if " + tree(branch.condition()));
        }
        values.add(tree(((IAST) e).arg2()));
        conditions.add("otherwise");
        return BracedLines.of(values, conditions);
    }

    @Override
    public String factor(IExpr e) {
        return UnicodeForm.factor(e);
    }

    @Override
    public String name(String name) {
        return UnicodeForm.name(name);
    }

    @Override
    public String minus() {
        return "−";
    }

    @Override
    public String partial(ISymbol x) {
        return "∂_" + tree(x);
    }

    @Override
    public String image(ISymbol x) {
        String name = tree(x);
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + MACRON + name.substring(first);
    }

    @Override
    public String totalDerivative(ISymbol t) {
        return "D_" + tree(t);
    }

    @Override
    public String dots() {
        return "…";
    }
}
