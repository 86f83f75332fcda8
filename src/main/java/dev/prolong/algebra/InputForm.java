package dev.prolong.algebra;

import java.util.ArrayList;
import java.util.List;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Prints trees in the input language; what it prints parses to the same tree. */
public final class InputForm {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int ATOM = 5;

    private final StringBuilder out = new StringBuilder();

    private InputForm() {}

    public static String of(IExpr e) {
        InputForm form = new InputForm();
        form.print(e, 0);
        return form.out.toString();
    }

    private void print(IExpr e, int context) {
        if (e instanceof IRational) {
            number(e, context);
        } else if (e.equals(Expr.PI)) {
            out.append("pi");
        } else if (e.equals(Expr.E)) {
            out.append('e');
        } else if (e instanceof ISymbol s) {
            out.append(s.getSymbolName());
        } else if (Expr.isSum(e)) {
            open(context > SUM);
            sum((IAST) e);
            close(context > SUM);
        } else if (Expr.isProduct(e)) {
            product(e, context);
        } else if (Expr.isPower(e)) {
            power((IAST) e, context);
        } else {
            application((IAST) e, context);
        }
    }

    private void number(IExpr e, int context) {
        boolean fraction = !Numbers.isInteger(e);
        boolean wrap = fraction && context > PRODUCT
                || fraction && context == PRODUCT + 1
                || Numbers.signum(e) < 0 && context > SUM;
        open(wrap);
        out.append(Numbers.numerator(e));
        if (fraction) {
            out.append('/').append(Numbers.denominator(e));
        }
        close(wrap);
    }

    private void sum(IAST sum) {
        boolean first = true;
        for (IExpr term : positiveFirst(Expr.arguments(sum))) {
            boolean negative = Numbers.signum(Sums.coefficient(term)) < 0;
            if (!first) {
                out.append(negative ? " - " : " + ");
            } else if (negative) {
                out.append('-');
            }
            print(negative ? Expr.negate(term) : term, PRODUCT);
            first = false;
        }
    }

    private static List<IExpr> positiveFirst(List<IExpr> terms) {
        List<IExpr> ordered = new ArrayList<>(terms);
        if (Numbers.signum(Sums.coefficient(terms.get(0))) < 0) {
            for (int i = 1; i < terms.size(); i++) {
                if (Numbers.signum(Sums.coefficient(terms.get(i))) > 0) {
                    ordered.add(0, ordered.remove(i));
                    break;
                }
            }
        }
        return ordered;
    }

    private void product(IExpr e, int context) {
        List<IExpr> above = new ArrayList<>();
        List<IExpr> below = new ArrayList<>();
        boolean negative = Fractions.split(e, above, below);
        boolean wrap = context > PRODUCT || negative && context > SUM;
        open(wrap);
        if (negative) {
            out.append('-');
        }
        factors(above);
        if (!below.isEmpty()) {
            out.append('/');
            open(below.size() > 1);
            if (below.size() == 1) {
                print(below.get(0), PRODUCT + 1);
            } else {
                factors(below);
            }
            close(below.size() > 1);
        }
        close(wrap);
    }

    private void factors(List<IExpr> factors) {
        if (factors.isEmpty()) {
            out.append('1');
        }
        for (int i = 0; i < factors.size(); i++) {
            if (i > 0) {
                out.append('*');
            }
            print(factors.get(i), PRODUCT + 1);
        }
    }

    private void power(IAST e, int context) {
        IExpr base = e.arg1();
        IExpr exponent = e.arg2();
        if (base.equals(Expr.E)) {
            call("exp", List.of(exponent));
        } else if (exponent.equals(Expr.HALF)) {
            call("sqrt", List.of(base));
        } else if (exponent instanceof IRational q && Numbers.signum(q) < 0) {
            product(e, context);
        } else {
            open(context >= ATOM);
            print(base, ATOM);
            out.append('^');
            print(exponent, ATOM);
            close(context >= ATOM);
        }
    }

    private void application(IAST e, int context) {
        if (Expr.isPiecewise(e)) {
            piecewise(e);
        } else if (Expr.isIntegral(e)) {
            IAST range = (IAST) e.arg2();
            call("integral", List.of(e.arg1(), range.arg1(), range.arg2(), range.arg3()));
        } else if (e.isAST(S.And) || e.isAST(S.Or)) {
            junction(e, context);
        } else if (Condition.isComparison(e)) {
            comparison(e);
        } else if (LinearKernel.isKernel(e)) {
            LinearKernel kernel = LinearKernel.of(e);
            if (kernel.argument().equals(kernel.variable())) {
                out.append(kernel.name());
            } else {
                call(kernel.name(), List.of(kernel.argument()));
            }
        } else if (Expr.isTuple(e)) {
            call("", Expr.arguments(e));
        } else if (Expr.isArbitrary(e)) {
            call(arbitraryName(e), Expr.arguments(e));
        } else {
            call(
                    Elementary.byHead(e.head())
                            .map(Elementary::text)
                            .orElseGet(() -> e.head().toString()),
                    Expr.arguments(e));
        }
    }

    private static String arbitraryName(IAST e) {
        String name = ArbitraryFunction.name(e).getSymbolName();
        List<Integer> orders = ArbitraryFunction.orders(e);
        if (orders.size() == 1) {
            return name + "'".repeat(orders.get(0));
        }
        return orders.stream().allMatch(k -> k == 0)
                ? name
                : name
                        + orders.stream()
                                .map(String::valueOf)
                                .collect(java.util.stream.Collectors.joining("_", "_d", ""));
    }

    private void piecewise(IAST e) {
        out.append("piecewise(");
        for (Expr.Branch branch : Expr.branches(e)) {
            print(branch.condition(), 0);
            out.append(": ");
            print(branch.value(), 0);
            out.append(", ");
        }
        out.append("otherwise: ");
        print(e.arg2(), 0);
        out.append(')');
    }

    private void junction(IAST e, int context) {
        String word = e.isAST(S.And) ? " and " : " or ";
        open(context > 0);
        List<IExpr> parts = Expr.arguments(e);
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                out.append(word);
            }
            print(parts.get(i), SUM);
        }
        close(context > 0);
    }

    private void comparison(IAST e) {
        String sign = e.isAST(S.Less)
                ? " < "
                : e.isAST(S.LessEqual)
                        ? " <= "
                        : e.isAST(S.Greater)
                                ? " > "
                                : e.isAST(S.GreaterEqual) ? " >= " : e.isAST(S.Equal) ? " == " : " != ";
        print(e.arg1(), SUM);
        out.append(sign);
        print(e.arg2(), SUM);
    }

    private void call(String name, List<IExpr> arguments) {
        out.append(name).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            print(arguments.get(i), 0);
        }
        out.append(')');
    }

    private void open(boolean wanted) {
        if (wanted) {
            out.append('(');
        }
    }

    private void close(boolean wanted) {
        if (wanted) {
            out.append(')');
        }
    }
}
