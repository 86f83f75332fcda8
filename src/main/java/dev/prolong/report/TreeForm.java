package dev.prolong.report;

import dev.prolong.algebra.ArbitraryFunction;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Fractions;
import dev.prolong.algebra.LinearKernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A printer of trees for readers: the walk, the precedences and the order of terms. What a fraction, a power or an integral looks
 * like is for the subclass to say.
 */
abstract class TreeForm {
    /** How tightly the surroundings bind; what binds less is put in parentheses. */
    static final int NONE = 0;

    /** Of more arguments than these, all plain coordinates, the first and the last are written. */
    private static final int SHOWN_ARGUMENTS = 5;

    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int FACTOR = 3;
    static final int BASE = 4;

    /** Functions whose powers are written between name and argument: {@code cos²(x)}. */
    private static final List<Elementary> POWER_ON_NAME = List.of(
            Elementary.SIN,
            Elementary.COS,
            Elementary.TAN,
            Elementary.SEC,
            Elementary.CSC,
            Elementary.COT,
            Elementary.SINH,
            Elementary.COSH,
            Elementary.TANH,
            Elementary.SECH,
            Elementary.CSCH,
            Elementary.COTH);

    /** A whole formula. */
    final String print(IExpr e) {
        return print(e, NONE);
    }

    final String print(IExpr e, int context) {
        if (e instanceof IRational q) {
            return number(q, context);
        }
        if (e instanceof ISymbol s) {
            return symbol(s);
        }
        if (Expr.isSum(e)) {
            return grouped(sum(e), context > SUM);
        }
        if (Expr.isProduct(e)) {
            return product(e, context);
        }
        return Expr.isPower(e) ? power(e, context) : application((IAST) e, context);
    }

    private String number(IRational q, int context) {
        boolean fraction = !q.isInteger();
        boolean negative = q.toBigNumerator().signum() < 0;
        String size = fraction
                ? fraction(
                        q.toBigNumerator().abs().toString(),
                        q.toBigDenominator().toString())
                : q.toBigNumerator().abs().toString();
        return grouped(
                (negative ? minus() : "") + size,
                negative && context > SUM || fraction && context > (fractionsAreBoxes() ? FACTOR : PRODUCT));
    }

    private String sum(IExpr sum) {
        StringBuilder out = new StringBuilder();
        for (IExpr term : positiveFirst(smallParameterLast(Expr.arguments(sum)))) {
            boolean negative = isNegative(term);
            if (out.length() > 0) {
                out.append(' ').append(negative ? minus() : "+").append(' ');
            } else if (negative) {
                out.append(minus());
            }
            out.append(print(negative ? Expr.negate(term) : term, SUM));
        }
        return out.toString();
    }

    /** Terms by their powers of a group's parameter, as in a series: {@code z + ε f + ε² g}. */
    private static List<IExpr> smallParameterLast(List<IExpr> terms) {
        return terms.stream()
                .sorted(Comparator.comparingDouble(TreeForm::powerOfParameter))
                .toList();
    }

    private static double powerOfParameter(IExpr term) {
        double power = 0;
        for (IExpr factor : Expr.isProduct(term) ? Expr.arguments(term) : List.of(term)) {
            IExpr base = Expr.isPower(factor) ? ((IAST) factor).arg1() : factor;
            if (base instanceof ISymbol s && s.getSymbolName().matches("eps[0-9]*")) {
                power += Expr.isPower(factor) && ((IAST) factor).arg2() instanceof IRational q ? q.doubleValue() : 1;
            }
        }
        return power;
    }

    private static List<IExpr> positiveFirst(List<IExpr> terms) {
        List<IExpr> ordered = new ArrayList<>(terms);
        if (isNegative(terms.get(0))) {
            terms.stream().filter(t -> !isNegative(t)).findFirst().ifPresent(t -> {
                ordered.remove(t);
                ordered.add(0, t);
            });
        }
        return ordered;
    }

    static boolean isNegative(IExpr term) {
        return Fractions.split(term, new ArrayList<>(), new ArrayList<>());
    }

    private String product(IExpr e, int context) {
        List<IExpr> above = new ArrayList<>();
        List<IExpr> below = new ArrayList<>();
        boolean negative = Fractions.split(e, above, below);
        String size;
        boolean box = fractionsAreBoxes() && !below.isEmpty();
        if (below.isEmpty()) {
            size = factors(above, false);
        } else if (box) {
            size = fraction(alone(above), alone(below));
        } else {
            String bar = factors(below, true);
            size = fraction(factors(above, true), below.size() > 1 ? grouped(bar, true) : bar);
        }
        boolean manyFactors = above.size() + below.size() > 1;
        boolean wrap = negative && context > SUM
                || context > (box ? FACTOR : PRODUCT) && (box || manyFactors || !below.isEmpty());
        return grouped((negative ? minus() : "") + size, wrap);
    }

    /** What stands alone above or below a bar. */
    private String alone(List<IExpr> factors) {
        return factors.size() == 1 ? print(factors.get(0), NONE) : factors(factors, false);
    }

    /** Factors side by side, those with arbitrary functions last. */
    private String factors(List<IExpr> unordered, boolean followed) {
        List<IExpr> factors = new ArrayList<>(unordered);
        factors.sort(Comparator.comparing(TreeForm::isUnknown));
        List<String> out = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            boolean last = i == factors.size() - 1 && !followed;
            out.add(print(factors.get(i), last && factors.size() > 1 ? PRODUCT : FACTOR));
        }
        return out.isEmpty() ? "1" : juxtaposed(out);
    }

    private static boolean isUnknown(IExpr factor) {
        return Expr.isArbitrary(Expr.isPower(factor) ? ((IAST) factor).arg1() : factor);
    }

    private String power(IExpr e, int context) {
        IExpr base = ((IAST) e).arg1();
        IExpr exponent = ((IAST) e).arg2();
        if (base.equals(Expr.E)) {
            return exponential(exponent);
        }
        if (exponent instanceof IRational q) {
            if (q.toBigNumerator().signum() < 0) {
                return product(e, context);
            }
            Optional<String> root = root(base, q);
            if (root.isPresent()) {
                return root.get();
            }
            Optional<Elementary> f = Elementary.byHead(base.head());
            if (q.isInteger() && f.isPresent() && POWER_ON_NAME.contains(f.get())) {
                return call(superscript(elementary(f.get()), exponent), List.of(print(((IAST) base).arg1())));
            }
        }
        return grouped(superscript(print(base, BASE), exponent), context >= BASE);
    }

    private String application(IAST e, int context) {
        if (Expr.isPiecewise(e)) {
            return grouped(piecewise(Expr.branches(e), e.arg2()), context >= BASE);
        }
        if (Expr.isIntegral(e)) {
            IAST range = (IAST) e.arg2();
            return grouped(integral(e.arg1(), (ISymbol) range.arg1(), range.arg2(), range.arg3()), context > PRODUCT);
        }
        if (e.isAST(S.And) || e.isAST(S.Or)) {
            return grouped(junction(e), context > NONE);
        }
        if (Condition.isComparison(e)) {
            return print(e.arg1(), SUM) + relation(e) + print(e.arg2(), SUM);
        }
        if (Expr.isArbitrary(e)) {
            return arbitrary(e);
        }
        if (LinearKernel.isKernel(e)) {
            LinearKernel kernel = LinearKernel.of(e);
            String name = print(Expr.symbol(kernel.name()));
            return kernel.argument().equals(kernel.variable()) ? name : call(name, List.of(print(kernel.argument())));
        }
        List<String> arguments = Expr.arguments(e).stream().map(this::print).toList();
        if (Expr.isTuple(e)) {
            return call("", arguments);
        }
        if (e.isAST(S.Abs)) {
            return absolute(arguments.get(0));
        }
        String name = Elementary.byHead(e.head())
                .map(this::elementary)
                .orElseGet(() -> e.head().toString());
        return call(name, arguments);
    }

    private String junction(IAST e) {
        return Chain.of(e)
                .map(chain -> print(chain.low(), SUM)
                        + relationSign(chain.lowRelation())
                        + print(chain.middle(), SUM)
                        + relationSign(chain.highRelation())
                        + print(chain.high(), SUM))
                .orElseGet(() -> String.join(
                        word(e.isAST(S.And) ? "and" : "or"),
                        Expr.arguments(e).stream().map(c -> print(c, SUM)).toList()));
    }

    private String relation(IAST comparison) {
        return relationSign(comparison.head());
    }

    /** {@code f(g)}, {@code f'(g)}; with several plain variables {@code Z_tz}, with other arguments {@code f^(1,0)(x + y, z)}. */
    private String arbitrary(IAST e) {
        List<IExpr> arguments = Expr.arguments(e);
        List<Integer> orders = ArbitraryFunction.orders(e);
        String name = symbol(ArbitraryFunction.name(e));
        List<String> printed = arguments.stream().map(this::print).toList();
        if (orders.stream().allMatch(k -> k == 0)) {
            boolean many =
                    printed.size() > SHOWN_ARGUMENTS && arguments.stream().allMatch(a -> a instanceof ISymbol);
            return call(name, many ? List.of(printed.get(0), dots(), printed.get(printed.size() - 1)) : printed);
        }
        if (orders.size() == 1) {
            return call(primed(name, orders.get(0)), printed);
        }
        if (!arguments.stream().allMatch(a -> a instanceof ISymbol)) {
            return call(orders(name, orders), printed);
        }
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            for (int k = 0; k < orders.get(i); k++) {
                variables.add(printed.get(i));
            }
        }
        return subscript(name, variables);
    }

    final String grouped(String s, boolean wanted) {
        return wanted ? parentheses(s) : s;
    }

    /** Whether a fraction is a box of its own that needs no parentheses around its parts. */
    abstract boolean fractionsAreBoxes();

    abstract String symbol(ISymbol s);

    abstract String minus();

    abstract String fraction(String above, String below);

    abstract String juxtaposed(List<String> factors);

    abstract String parentheses(String s);

    abstract String exponential(IExpr exponent);

    /** The root sign, where this power is written with one. */
    abstract Optional<String> root(IExpr base, IRational exponent);

    abstract String superscript(String base, IExpr exponent);

    abstract String subscript(String name, List<String> variables);

    abstract String primed(String name, int order);

    abstract String orders(String name, List<Integer> orders);

    abstract String elementary(Elementary f);

    abstract String call(String name, List<String> arguments);

    abstract String absolute(String s);

    /** An ellipsis between arguments. */
    abstract String dots();

    abstract String integral(IExpr f, ISymbol s, IExpr low, IExpr high);

    abstract String piecewise(List<Expr.Branch> branches, IExpr otherwise);

    /** The sign of a comparison between blanks. */
    abstract String relationSign(IExpr head);

    /** A word between conditions, with its blanks. */
    abstract String word(String word);
}
