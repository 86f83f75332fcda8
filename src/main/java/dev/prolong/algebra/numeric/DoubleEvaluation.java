package dev.prolong.algebra.numeric;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A tree turned into a function of doubles, fast and without any bound of its error: good for sieving, never for deciding.
 *
 * <p>Not a number where the tree is not real. Arbitrary functions have the values of the same stand-ins as in {@link
 * NumericEvaluation}.
 */
public final class DoubleEvaluation {
    private static final int SPECIAL_BITS = 60;

    private final List<ISymbol> variables;
    private final Node root;

    /** A function of the values of the variables. */
    private interface Node {
        double at(double[] x);
    }

    private DoubleEvaluation(List<ISymbol> variables, IExpr e) {
        this.variables = variables;
        this.root = node(e);
    }

    /** The tree as a function of these variables; a symbol that is none of them is an {@link IllegalArgumentException}. */
    public static DoubleEvaluation of(IExpr e, List<ISymbol> variables) {
        return new DoubleEvaluation(List.copyOf(variables), e);
    }

    /** The value where the variables have these values, in their order. */
    public double at(double... x) {
        if (x.length != variables.size()) {
            throw new IllegalArgumentException("one value for each variable");
        }
        return root.at(x);
    }

    private Node node(IExpr e) {
        if (e instanceof IRational q) {
            double value = new BigDecimal(q.toBigNumerator())
                    .divide(new BigDecimal(q.toBigDenominator()), java.math.MathContext.DECIMAL64)
                    .doubleValue();
            return x -> value;
        }
        if (e instanceof ISymbol s) {
            return symbol(s);
        }
        IAST a = (IAST) e;
        if (Expr.isSum(e) || Expr.isProduct(e)) {
            return fold(Expr.arguments(a), Expr.isSum(e));
        }
        if (Expr.isPower(e)) {
            return power(a.arg1(), a.arg2());
        }
        if (Expr.isPiecewise(e)) {
            return piecewise(a);
        }
        if (Expr.isIntegral(e)) {
            return integral(a.arg1(), (IAST) a.arg2());
        }
        if (Expr.isArbitrary(e)) {
            return arbitrary(a);
        }
        if (LinearKernel.isKernel(e)) {
            LinearKernel kernel = LinearKernel.of(e);
            Node inner = node(kernel.argument());
            StandIn f = new StandIn(kernel.name(), NumericEvaluation.SEED);
            return x -> {
                double y = inner.at(x);
                return Double.isFinite(y)
                        ? number(f.of(List.of(0), List.of(Ball.of(new BigDecimal(y), SPECIAL_BITS)), SPECIAL_BITS))
                        : Double.NaN;
            };
        }
        Elementary f = Elementary.byHead(a.head())
                .orElseThrow(() -> new IllegalArgumentException("no number is known for " + a.head()));
        return f.variadic() ? extremum(Expr.arguments(a), f == Elementary.MAX) : elementary(f, node(a.arg1()));
    }

    private Node symbol(ISymbol s) {
        if (s.equals(Expr.PI) || s.equals(Expr.E)) {
            double value = s.equals(Expr.PI) ? Math.PI : Math.E;
            return x -> value;
        }
        int i = variables.indexOf(s);
        if (i < 0) {
            throw new IllegalArgumentException("no value for " + s.getSymbolName());
        }
        return x -> x[i];
    }

    private Node fold(List<IExpr> parts, boolean sum) {
        Node[] nodes = parts.stream().map(this::node).toArray(Node[]::new);
        return x -> {
            double out = sum ? 0 : 1;
            for (Node n : nodes) {
                out = sum ? out + n.at(x) : out * n.at(x);
            }
            return out;
        };
    }

    private Node power(IExpr base, IExpr exponent) {
        Node q = node(exponent);
        if (base.equals(Expr.E)) {
            return x -> Math.exp(q.at(x));
        }
        Node b = node(base);
        boolean integer =
                exponent instanceof IRational r && r.toBigDenominator().bitLength() == 1;
        return x -> {
            double y = b.at(x);
            return y < 0 && !integer ? Double.NaN : finite(Math.pow(y, q.at(x)));
        };
    }

    private static double finite(double y) {
        return Double.isInfinite(y) ? Double.NaN : y;
    }

    private Node extremum(List<IExpr> arguments, boolean max) {
        Node[] nodes = arguments.stream().map(this::node).toArray(Node[]::new);
        return x -> {
            double out = nodes[0].at(x);
            for (Node n : nodes) {
                out = max ? Math.max(out, n.at(x)) : Math.min(out, n.at(x));
            }
            return out;
        };
    }

    private Node piecewise(IAST a) {
        List<Expr.Branch> branches = Expr.branches(a);
        Node[] conditions = branches.stream().map(b -> truth(b.condition())).toArray(Node[]::new);
        Node[] values = branches.stream().map(b -> node(b.value())).toArray(Node[]::new);
        Node otherwise = node(a.arg2());
        return x -> {
            for (int i = 0; i < conditions.length; i++) {
                double holds = conditions[i].at(x);
                if (holds != 0) {
                    return holds == 1 ? values[i].at(x) : Double.NaN;
                }
            }
            return otherwise.at(x);
        };
    }

    /** One where the condition holds, zero where not, else not a number. */
    private Node truth(IExpr c) {
        if (c.equals(Condition.TRUE) || c.equals(Condition.FALSE)) {
            double value = c.equals(Condition.TRUE) ? 1 : 0;
            return x -> value;
        }
        IAST a = (IAST) c;
        if (c.isAST(S.And) || c.isAST(S.Or)) {
            Node[] parts = Expr.arguments(c).stream().map(this::truth).toArray(Node[]::new);
            boolean any = c.isAST(S.Or);
            return x -> {
                double out = any ? 0 : 1;
                for (Node part : parts) {
                    out = any ? Math.max(out, part.at(x)) : Math.min(out, part.at(x));
                }
                return out;
            };
        }
        Node left = node(a.arg1());
        Node right = node(a.arg2());
        boolean less = c.isAST(S.Less) || c.isAST(S.LessEqual) || c.isAST(S.Unequal);
        boolean more = c.isAST(S.Greater) || c.isAST(S.GreaterEqual) || c.isAST(S.Unequal);
        boolean equal = c.isAST(S.LessEqual) || c.isAST(S.GreaterEqual) || c.isAST(S.Equal);
        return x -> {
            double gap = left.at(x) - right.at(x);
            return Double.isNaN(gap) ? gap : gap < 0 && less || gap > 0 && more || gap == 0 && equal ? 1 : 0;
        };
    }

    private Node integral(IExpr f, IAST range) {
        ISymbol s = (ISymbol) range.arg1();
        List<ISymbol> inner =
                new ArrayList<>(variables.stream().filter(v -> !v.equals(s)).toList());
        int[] from = inner.stream().mapToInt(variables::indexOf).toArray();
        inner.add(s);
        Node integrand = new DoubleEvaluation(inner, f).root;
        Node low = node(range.arg2());
        Node high = node(range.arg3());
        return x -> {
            double[] values = new double[from.length + 1];
            for (int i = 0; i < from.length; i++) {
                values[i] = x[from[i]];
            }
            return DoubleQuadrature.between(low.at(x), high.at(x), t -> {
                values[from.length] = t;
                return integrand.at(values);
            });
        };
    }

    private Node arbitrary(IAST a) {
        Node[] arguments = Expr.arguments(a).stream().map(this::node).toArray(Node[]::new);
        List<Integer> orders = ArbitraryFunction.orders(a);
        StandIn f = new StandIn(ArbitraryFunction.name(a).getSymbolName(), NumericEvaluation.SEED);
        return x -> {
            List<Ball> values = new ArrayList<>();
            for (Node n : arguments) {
                double y = n.at(x);
                if (!Double.isFinite(y)) {
                    return Double.NaN;
                }
                values.add(Ball.of(new BigDecimal(y), SPECIAL_BITS));
            }
            return number(f.of(orders, values, SPECIAL_BITS));
        };
    }

    private static Node elementary(Elementary f, Node argument) {
        DoubleUnaryOperator g = switch (f) {
            case LOG -> Math::log;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case SIN -> Math::sin;
            case COS -> Math::cos;
            case TAN -> Math::tan;
            case SEC -> y -> 1 / Math.cos(y);
            case CSC -> y -> 1 / Math.sin(y);
            case COT -> y -> 1 / Math.tan(y);
            case ASIN -> Math::asin;
            case ACOS -> Math::acos;
            case ATAN -> Math::atan;
            case SINH -> Math::sinh;
            case COSH -> Math::cosh;
            case TANH -> Math::tanh;
            case SECH -> y -> 1 / Math.cosh(y);
            case CSCH -> y -> 1 / Math.sinh(y);
            case COTH -> y -> 1 / Math.tanh(y);
            case ASINH -> y -> Math.copySign(Math.log1p(Math.abs(y) + y * y / (1 + Math.sqrt(1 + y * y))), y);
            case ACOSH -> y -> Math.log(y + Math.sqrt(y - 1) * Math.sqrt(y + 1));
            case ATANH -> y -> (Math.log1p(y) - Math.log1p(-y)) / 2;
            default -> y -> special(f, y);
        };
        return x -> finite(g.applyAsDouble(argument.at(x)));
    }

    private static double special(Elementary f, double y) {
        return Double.isFinite(y)
                ? number(ElementaryValue.of(f, Ball.of(new BigDecimal(y), SPECIAL_BITS), SPECIAL_BITS))
                : Double.NaN;
    }

    private static double number(Ball ball) {
        return ball.isReal() ? ball.approximate() : Double.NaN;
    }
}
