package dev.prolong.conservation;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A variable s in which a square root of a function of x may be one of a quadratic polynomial: x, its square, an exponential, or a circular or
 * hyperbolic function; with a factor m of the root, as in {@code sin x √(a − b/sin²x) = √(a − b − a s²)} with {@code s = cos x}.
 *
 * @param value s as a function of x
 * @param factor m
 * @param parts functions of x as functions of s
 */
record RootVariable(IExpr value, IExpr factor, Map<IExpr, IExpr> parts) {
    /** The name of s. */
    static final ISymbol NAME = Expr.symbol("s$");

    /** Those that may do for these functions. */
    static List<RootVariable> of(ISymbol x, List<IExpr> functions) {
        List<RootVariable> out = new ArrayList<>();
        Optional<IExpr> exponent = exponent(x, functions);
        if (exponent.isPresent()) {
            powers(exponent.get(), functions, NAME)
                    .ifPresent(v -> out.add(new RootVariable(Expr.exp(exponent.get()), Expr.ONE, v)));
            hyperbolic(x, functions, out);
            return out;
        }
        out.add(new RootVariable(x, Expr.ONE, Map.of(x, NAME)));
        if (functions.stream()
                .allMatch(f ->
                        Expr.subtrees(f, e -> isWave(e) && !Expr.isFreeOf(e, x)).isEmpty())) {
            Map<IExpr, IExpr> root = Map.of(x, Expr.sqrt(NAME));
            out.add(new RootVariable(Expr.power(x, 2), Expr.ONE, root));
            out.add(new RootVariable(Expr.power(x, 2), x, root));
        } else {
            circular(x, out);
        }
        return out;
    }

    private static void circular(ISymbol x, List<RootVariable> out) {
        IExpr sin = Expr.apply(Elementary.SIN, x);
        IExpr cos = Expr.apply(Elementary.COS, x);
        IExpr half = Expr.apply(Elementary.TAN, Expr.times(Expr.HALF, x));
        IExpr other = Expr.sqrt(Expr.minus(Expr.ONE, Expr.power(NAME, 2)));
        IExpr long1 = Expr.sqrt(Expr.plus(Expr.ONE, Expr.power(NAME, 2)));
        Map<IExpr, IExpr> byCotangent =
                Map.of(sin, Expr.power(long1, -1), cos, Expr.divide(NAME, long1), half, Expr.minus(long1, NAME));
        Map<IExpr, IExpr> byCosine =
                Map.of(sin, other, cos, NAME, half, Expr.divide(Expr.minus(Expr.ONE, NAME), other));
        Map<IExpr, IExpr> bySine = Map.of(sin, NAME, cos, other, half, Expr.divide(Expr.minus(Expr.ONE, other), NAME));
        out.add(new RootVariable(Expr.divide(cos, sin), Expr.ONE, byCotangent));
        for (IExpr m : List.of(Expr.ONE, sin)) {
            out.add(new RootVariable(cos, m, byCosine));
        }
        for (IExpr m : List.of(Expr.ONE, cos)) {
            out.add(new RootVariable(sin, m, bySine));
        }
    }

    /** Those in which the exponentials of multiples of x are powers of {@code e^x = s + √(s² ± 1)} and of {@code √((s + 1)/(s − 1))}. */
    private static void hyperbolic(ISymbol x, List<IExpr> functions, List<RootVariable> out) {
        IExpr sinh = Expr.apply(Elementary.SINH, x);
        IExpr cosh = Expr.apply(Elementary.COSH, x);
        IExpr square = Expr.power(NAME, 2);
        IExpr byCotangent = Expr.sqrt(Expr.divide(Expr.plus(NAME, Expr.ONE), Expr.minus(NAME, Expr.ONE)));
        IExpr byCosine = Expr.plus(NAME, Expr.sqrt(Expr.minus(square, Expr.ONE)));
        IExpr bySine = Expr.plus(NAME, Expr.sqrt(Expr.plus(square, Expr.ONE)));
        if (powers(x, functions, NAME).isEmpty()) {
            return;
        }
        out.add(new RootVariable(Expr.divide(cosh, sinh), Expr.ONE, waves(x, functions, byCotangent)));
        for (IExpr m : List.of(Expr.ONE, sinh)) {
            out.add(new RootVariable(cosh, m, waves(x, functions, byCosine)));
        }
        for (IExpr m : List.of(Expr.ONE, cosh)) {
            out.add(new RootVariable(sinh, m, waves(x, functions, bySine)));
        }
    }

    /** With the hyperbolic sine and cosine as what they are in {@code e^x}. */
    private static Map<IExpr, IExpr> waves(ISymbol x, List<IExpr> functions, IExpr exponential) {
        Map<IExpr, IExpr> out = powers(x, functions, exponential).orElseThrow();
        IExpr inverse = Expr.power(exponential, -1);
        out.put(Expr.apply(Elementary.SINH, x), Expr.times(Expr.HALF, Expr.minus(exponential, inverse)));
        out.put(Expr.apply(Elementary.COSH, x), Expr.times(Expr.HALF, Expr.plus(exponential, inverse)));
        return out;
    }

    /** The exponentials of rational multiples of an exponent as powers of this one's; empty where there are others. */
    private static Optional<Map<IExpr, IExpr>> powers(IExpr exponent, List<IExpr> functions, IExpr value) {
        Map<IExpr, IExpr> out = new LinkedHashMap<>();
        for (IExpr power : exponentials(functions)) {
            IExpr multiple = Expr.divide(Expr.arguments(power).get(1), exponent);
            if (!(multiple instanceof IRational)) {
                return Optional.empty();
            }
            out.put(power, Expr.power(value, multiple));
        }
        return Optional.of(out);
    }

    private static boolean isWave(IExpr e) {
        return List.of(Elementary.SIN, Elementary.COS, Elementary.TAN).stream().anyMatch(f -> e.isAST(f.head()));
    }

    /** The exponent of which all exponents in x are integer multiples; empty where x occurs otherwise. */
    private static Optional<IExpr> exponent(ISymbol x, List<IExpr> functions) {
        List<IExpr> exponents = exponentials(functions).stream()
                .map(e -> Expr.arguments(e).get(1))
                .filter(e -> !Expr.isFreeOf(e, x))
                .toList();
        return exponents.stream()
                .filter(e ->
                        exponents.stream().allMatch(f -> Expr.divide(f, e) instanceof IRational q && q.isInteger()))
                .findFirst();
    }

    private static List<IExpr> exponentials(List<IExpr> functions) {
        return functions.stream()
                .flatMap(f ->
                        Expr.subtrees(
                                f,
                                e -> Expr.isPower(e) && Expr.arguments(e).get(0).equals(Expr.E))
                                .stream())
                .toList();
    }

    /** A function of x as one of s; x is left in it where it is none by the parts. */
    IExpr in(IExpr e) {
        return Expr.substitute(e, parts);
    }
}
