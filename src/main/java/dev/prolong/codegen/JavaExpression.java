package dev.prolong.codegen;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Fractions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Trees as Java expressions of type {@code double}, conditions as such of type {@code boolean}. */
class JavaExpression {
    /** The parameter of a function that is integrated. */
    static final String POINT = "point";

    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int FACTOR = 3;

    /** Functions of the class {@code Math} that bear the same name. */
    static final Set<String> IN_JDK = Set.of(
            "exp", "log", "sqrt", "pow", "abs", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
            "min", "max");

    /** What the support library computes faster than the JDK. */
    private static final Set<String> FASTER = Set.of("exp", "log", "sinh", "cosh", "tanh");

    static final Set<String> EXTREMA = Set.of("min", "max");
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private final Map<IExpr, String> names;
    private final Set<IExpr> turns;

    /** @param names identifiers of symbols and of trees that are already computed */
    JavaExpression(Map<IExpr, String> names) {
        this(names, Set.of());
    }

    /** @param turns the angles of which both sine and cosine are needed, which takes half the time of the JDK's together */
    JavaExpression(Map<IExpr, String> names, Set<IExpr> turns) {
        this.names = names;
        this.turns = turns;
    }

    /** The arguments that both a sine and a cosine in these trees have. */
    static Set<IExpr> turns(Collection<IExpr> trees) {
        Set<IExpr> sines = new HashSet<>();
        Set<IExpr> cosines = new HashSet<>();
        for (IExpr e : trees) {
            Expr.subtrees(e, t -> t.isAST(S.Sin, 2)).forEach(t -> sines.add(((IAST) t).arg1()));
            Expr.subtrees(e, t -> t.isAST(S.Cos, 2)).forEach(t -> cosines.add(((IAST) t).arg1()));
        }
        sines.retainAll(cosines);
        return sines;
    }

    String of(IExpr e) {
        return print(e, 0);
    }

    /** The name of a tree that is already computed; null for others. */
    final @Nullable String named(IExpr e) {
        return names.get(e);
    }

    /** The text, in parentheses where it is a part of something that binds as tightly as this. */
    String print(IExpr e, int context) {
        String name = names.get(e);
        if (name != null) {
            return name;
        }
        if (e instanceof IRational q) {
            return number(q, context);
        }
        if (e.equals(Expr.PI) || e.equals(Expr.E)) {
            return constant(e);
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

    /** {@code pi} or {@code e}. */
    String constant(IExpr e) {
        return e.equals(Expr.PI) ? "Math.PI" : "Math.E";
    }

    /** Infinity, where a number is too large for a {@code double}. */
    String infinity() {
        return "1.0 / 0.0";
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
            text = text.contains("Infinity") ? "(" + (n.signum() < 0 ? "-" : "") + infinity() + ")" : text;
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
        if (above.stream().anyMatch(f -> !(f instanceof IRational))) {
            // A rational coefficient is a constant of the compiler; a division takes as long as ten multiplications.
            IExpr number = Expr.divide(number(above), number(below));
            above.removeIf(f -> f instanceof IRational);
            below.removeIf(f -> f instanceof IRational);
            if (!number.equals(Expr.ONE)) {
                above.add(0, number);
            }
        }
        String top = above.isEmpty()
                ? "1.0"
                : Stream.concat(
                                Stream.of(print(above.get(0), above.get(0) instanceof IRational ? 0 : FACTOR)),
                                above.stream().skip(1).map(f -> print(f, FACTOR)))
                        .collect(Collectors.joining(" * "));
        return below.isEmpty() ? top : top + " / " + wrap(factors(below), below.size() > 1 || isProduct(below.get(0)));
    }

    private static IExpr number(List<IExpr> factors) {
        return Expr.times(factors.stream().filter(f -> f instanceof IRational).toList());
    }

    private boolean isProduct(IExpr e) {
        return !names.containsKey(e) && Shape.repeatsBase(e);
    }

    private String factors(List<IExpr> factors) {
        return factors.stream().map(f -> print(f, FACTOR)).collect(Collectors.joining(" * "));
    }

    String power(IAST e, int context) {
        IExpr base = e.arg1();
        IExpr exponent = e.arg2();
        if (base.equals(Expr.E)) {
            return apply("exp", List.of(exponent));
        }
        if (exponent.equals(Expr.HALF)) {
            return apply("sqrt", List.of(base));
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
        return apply("pow", List.of(base, exponent));
    }

    private String application(IAST e) {
        if (Expr.isPiecewise(e)) {
            return pieces(Expr.branches(e), e.arg2());
        }
        if (e.isAST(S.And) || e.isAST(S.Or)) {
            return connected(Expr.arguments(e), e.isAST(S.And));
        }
        if (Condition.isComparison(e)) {
            return print(e.arg1(), SUM) + comparison(e) + print(e.arg2(), SUM);
        }
        if (e.head().equals(Integrands.INTEGRATE)) {
            return integrate(Expr.arguments(e));
        }
        return apply(function(e), Expr.arguments(e));
    }

    /** The name in the language, or in the rules, of the function that a tree applies. */
    static String function(IAST e) {
        return Elementary.byHead(e.head()).map(Elementary::text).orElseGet(() -> ((ISymbol) e.head()).getSymbolName());
    }

    /** The value of the first of the branches whose condition holds. */
    String pieces(List<Expr.Branch> branches, IExpr otherwise) {
        StringBuilder out = new StringBuilder("(");
        for (Expr.Branch b : branches) {
            out.append(of(b.condition()))
                    .append(" ? ")
                    .append(print(b.value(), SUM))
                    .append(" : ");
        }
        return out.append(print(otherwise, SUM)).append(')').toString();
    }

    /** Conditions that hold all, or of which one holds. */
    String connected(List<IExpr> conditions, boolean all) {
        return conditions.stream()
                .map(c -> wrap(of(c), all && c.isAST(S.Or)))
                .collect(Collectors.joining(all ? " && " : " || "));
    }

    static String comparison(IAST e) {
        return e.isAST(S.Less)
                ? " < "
                : e.isAST(S.LessEqual)
                        ? " <= "
                        : e.isAST(S.Greater)
                                ? " > "
                                : e.isAST(S.GreaterEqual) ? " >= " : e.isAST(S.Equal) ? " == " : " != ";
    }

    /** A function of this name applied; {@code min} and {@code max} may have more arguments than two. */
    String apply(String function, List<IExpr> arguments) {
        boolean turn = (function.equals("sin") || function.equals("cos")) && turns.contains(arguments.get(0));
        String method = turn ? function + "Shared" : method(function);
        return call(method, arguments.stream().map(this::of).toList(), EXTREMA.contains(function));
    }

    static String call(String method, List<String> arguments, boolean pairwise) {
        return pairwise
                ? arguments.stream()
                        .reduce((a, b) -> method + "(" + a + ", " + b + ")")
                        .orElseThrow()
                : method + "(" + String.join(", ", arguments) + ")";
    }

    private String integrate(List<IExpr> arguments) {
        String captured = arguments.stream().skip(3).map(s -> ", " + of(s)).collect(Collectors.joining());
        return "integrate(" + POINT + " -> " + ((ISymbol) arguments.get(0)).getSymbolName() + "(" + POINT + captured
                + "), " + of(arguments.get(1)) + ", " + of(arguments.get(2)) + ")";
    }

    /** The Java method for a function: one of the JDK's, or one of the support library's. */
    private static String method(String function) {
        return switch (function) {
            case "sign" -> "Math.signum";
            case "Ei" -> "expIntegralEi";
            case "lambertw" -> "lambertW";
            default -> IN_JDK.contains(function) && !FASTER.contains(function) ? "Math." + function : function;
        };
    }

    static String wrap(String text, boolean wanted) {
        return wanted ? "(" + text + ")" : text;
    }
}
