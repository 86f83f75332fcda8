package dev.prolong.codegen;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Fractions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Trees as Java expressions of type {@code double}, conditions as such of type {@code boolean}. */
class JavaExpression {
    /** The parameter of a function that is integrated. */
    static final String POINT = "point";

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int FACTOR = 3;
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private final Map<IExpr, String> names;

    /** @param names identifiers of symbols and of trees that are already computed */
    JavaExpression(Map<IExpr, String> names) {
        this.names = names;
    }

    String of(IExpr e) {
        return print(e, 0);
    }

    private String print(IExpr e, int context) {
        String name = names.get(e);
        if (name != null) {
            return name;
        }
        if (e instanceof IRational q) {
            return number(q, context);
        }
        if (e.equals(Expr.PI)) {
            return "Math.PI";
        }
        if (e.equals(Expr.E)) {
            return "Math.E";
        }
        if (e instanceof ISymbol s) {
            throw new IllegalArgumentException("no value for the symbol " + s.getSymbolName());
        }
        if (Shape.isNegative(e)) {
            return wrap("-" + print(Shape.negate(e), FACTOR), context > SUM);
        }
        if (Expr.isSum(e)) {
            return wrap(sum(Expr.arguments(e)), context > SUM);
        }
        if (Expr.isProduct(e)) {
            return wrap(fraction(e), context > PRODUCT);
        }
        return Expr.isPower(e) ? power((IAST) e, context) : application((IAST) e);
    }

    private String number(IRational q, int context) {
        BigInteger n = q.toBigNumerator();
        BigInteger d = q.toBigDenominator();
        boolean exact = n.abs().compareTo(EXACT) <= 0 && d.compareTo(EXACT) <= 0;
        String text;
        if (!exact) {
            text = Double.toString(new BigDecimal(n)
                    .divide(new BigDecimal(d), new java.math.MathContext(40))
                    .doubleValue());
            text = text.contains("Infinity") ? "(" + (n.signum() < 0 ? "-1.0" : "1.0") + " / 0.0)" : text;
            return wrap(text, n.signum() < 0 && context > SUM);
        }
        if (d.equals(BigInteger.ONE)) {
            return wrap(n + ".0", n.signum() < 0 && context > SUM);
        }
        boolean power = d.bitCount() == 1 && d.bitLength() <= 7;
        text = power ? Double.toString(n.doubleValue() / d.doubleValue()) : n + ".0 / " + d + ".0";
        return wrap(text, !power && context > PRODUCT || n.signum() < 0 && context > SUM);
    }

    private String sum(List<IExpr> terms) {
        List<IExpr> ordered = new ArrayList<>(terms);
        for (int i = 0; i < ordered.size() && Shape.isNegative(ordered.get(0)); i++) {
            ordered.add(ordered.remove(0));
        }
        StringBuilder out = new StringBuilder();
        for (IExpr term : ordered) {
            boolean negative = Shape.isNegative(term);
            out.append(out.length() == 0 ? negative ? "-" : "" : negative ? " - " : " + ");
            out.append(print(Shape.magnitude(term), PRODUCT));
        }
        return out.toString();
    }

    private String fraction(IExpr e) {
        List<IExpr> above = new ArrayList<>();
        List<IExpr> below = new ArrayList<>();
        Fractions.split(e, above, below);
        String top = above.isEmpty() ? "1.0" : factors(above);
        return below.isEmpty() ? top : top + " / " + wrap(factors(below), below.size() > 1 || isProduct(below.get(0)));
    }

    private boolean isProduct(IExpr e) {
        return !names.containsKey(e) && Shape.repeatsBase(e);
    }

    private String factors(List<IExpr> factors) {
        return factors.stream().map(f -> print(f, FACTOR)).collect(Collectors.joining(" * "));
    }

    private String power(IAST e, int context) {
        IExpr base = e.arg1();
        IExpr exponent = e.arg2();
        if (base.equals(Expr.E)) {
            return "Math.exp(" + of(exponent) + ")";
        }
        if (exponent.equals(Expr.HALF)) {
            return "Math.sqrt(" + of(base) + ")";
        }
        if (exponent instanceof IRational q && q.isNegative()) {
            return wrap(fraction(e), context > PRODUCT);
        }
        if (exponent instanceof IRational q && Shape.factorCount(q) <= Shape.LARGEST_PRODUCT) {
            List<IExpr> parts = new ArrayList<>(java.util.Collections.nCopies(Shape.factorCount(q), base));
            if (Shape.isHalf(q)) {
                parts.add(Expr.sqrt(base));
            }
            return factors(parts);
        }
        return "Math.pow(" + of(base) + ", " + of(exponent) + ")";
    }

    private String application(IAST e) {
        if (Expr.isPiecewise(e)) {
            StringBuilder out = new StringBuilder("(");
            for (Expr.Branch b : Expr.branches(e)) {
                out.append(choice(of(b.condition()), print(b.value(), SUM)));
            }
            return out.append(print(e.arg2(), SUM))
                    .append(closing(Expr.branches(e).size()))
                    .toString();
        }
        if (e.isAST(S.And) || e.isAST(S.Or)) {
            return Expr.arguments(e).stream()
                    .map(c -> wrap(of(c), isWrapped(c, e)))
                    .collect(Collectors.joining(connective(e.isAST(S.And))));
        }
        if (Condition.isComparison(e)) {
            return print(e.arg1(), SUM) + comparison(e) + print(e.arg2(), SUM);
        }
        return call(e);
    }

    /** What comes before the value otherwise: the value where a condition holds. */
    String choice(String condition, String value) {
        return condition + " ? " + value + " : ";
    }

    /** What closes the choice after the last of its branches. */
    String closing(int branches) {
        return ")";
    }

    String connective(boolean and) {
        return and ? " && " : " || ";
    }

    /** Whether a condition inside another needs parentheses. */
    boolean isWrapped(IExpr inner, IExpr outer) {
        return inner.isAST(S.Or) && outer.isAST(S.And);
    }

    private static String comparison(IAST e) {
        return e.isAST(S.Less)
                ? " < "
                : e.isAST(S.LessEqual)
                        ? " <= "
                        : e.isAST(S.Greater)
                                ? " > "
                                : e.isAST(S.GreaterEqual) ? " >= " : e.isAST(S.Equal) ? " == " : " != ";
    }

    private String call(IAST e) {
        if (e.head().equals(Integrands.INTEGRATE)) {
            return integrate(Expr.arguments(e));
        }
        String f = Elementary.byHead(e.head())
                .map(JavaExpression::method)
                .orElseGet(() -> ((ISymbol) e.head()).getSymbolName());
        List<String> arguments = Expr.arguments(e).stream().map(this::of).toList();
        boolean extremum = f.equals("Math.min") || f.equals("Math.max");
        return extremum
                ? arguments.stream()
                        .reduce((a, b) -> f + "(" + a + ", " + b + ")")
                        .orElseThrow()
                : f + "(" + String.join(", ", arguments) + ")";
    }

    private String integrate(List<IExpr> arguments) {
        String captured = arguments.stream().skip(3).map(s -> ", " + of(s)).collect(Collectors.joining());
        return "integrate(" + POINT + " -> " + ((ISymbol) arguments.get(0)).getSymbolName() + "(" + POINT + captured
                + "), " + of(arguments.get(1)) + ", " + of(arguments.get(2)) + ")";
    }

    /** The Java method for an elementary function. */
    private static String method(Elementary f) {
        return switch (f) {
            case LOG, ABS, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, MIN, MAX -> "Math." + f.text();
            case SIGN -> "Math.signum";
            case EI -> "expIntegralEi";
            case LAMBERTW -> "lambertW";
            case ASINH, ACOSH, ATANH, SECH, CSCH, COTH, SEC, CSC, COT, ERF, ERFI -> f.text();
        };
    }

    private static String wrap(String text, boolean wanted) {
        return wanted ? "(" + text + ")" : text;
    }
}
