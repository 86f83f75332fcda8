package dev.prolong.codegen;

import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Fractions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;

/** Trees as Java expressions of the Deep Java Library's arrays: chains of calls. */
final class DjlExpression extends ArrayExpression {
    /** Methods of an {@code NDArray} without arguments. */
    private static final Set<String> METHODS = Set.of(
            "exp", "log", "sqrt", "abs", "sign", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
            "erf");

    /** What else is there: operations of two arrays, and what the generated class of common functions has. */
    private static final Set<String> OTHERS = Set.of("pow", "min", "max", "logistic", "log1p");

    /** What DJL has. */
    static final Set<String> FUNCTIONS = java.util.stream.Stream.concat(METHODS.stream(), OTHERS.stream())
            .collect(Collectors.toCollection(java.util.TreeSet::new));

    private final String example;
    private final String library;

    /** @param library the class with the functions that DJL lacks, and a dot; empty inside of that class */
    DjlExpression(Map<IExpr, String> names, String example, String library) {
        super(names);
        this.example = example;
        this.library = library;
    }

    @Override
    String full(String number) {
        return library + "full(" + example + ", " + number + ")";
    }

    @Override
    String print(IExpr e, int context) {
        if (named(e) != null || isNumber(e) || !(e instanceof IAST a)) {
            return super.print(e, context);
        }
        if (Shape.isNegative(e)) {
            return of(Shape.negate(e)) + ".neg()";
        }
        if (Expr.isSum(e)) {
            return sum(Expr.arguments(e));
        }
        if (Expr.isProduct(e)) {
            return fraction(e);
        }
        return Condition.isComparison(e) ? compared(a) : super.print(e, context);
    }

    private String sum(List<IExpr> terms) {
        List<IExpr> rest = new ArrayList<>(terms);
        IExpr first = rest.stream()
                .filter(t -> !isNumber(t) && !Shape.isNegative(t))
                .findFirst()
                .orElseGet(() ->
                        rest.stream().filter(t -> !isNumber(t)).findFirst().orElseThrow());
        rest.remove(first);
        StringBuilder out = new StringBuilder(of(first));
        for (IExpr term : rest) {
            out.append(Shape.isNegative(term) ? ".sub(" : ".add(")
                    .append(of(Shape.magnitude(term)))
                    .append(')');
        }
        return out.toString();
    }

    private String fraction(IExpr e) {
        List<IExpr> above = new ArrayList<>();
        List<IExpr> below = new ArrayList<>();
        Fractions.split(e, above, below);
        if (above.stream().allMatch(this::isNumber)) {
            String number = above.isEmpty() ? "1.0" : numbers(above);
            return below.isEmpty() ? number : "NDArrays.div(" + number + ", " + factors(below) + ")";
        }
        String top = factors(above);
        return below.isEmpty() ? top : top + ".div(" + factors(below) + ")";
    }

    private String numbers(List<IExpr> factors) {
        return factors.stream().map(f -> print(f, FACTOR)).collect(Collectors.joining(" * "));
    }

    private String factors(List<IExpr> factors) {
        List<IExpr> numbers = factors.stream().filter(this::isNumber).toList();
        List<IExpr> arrays = factors.stream().filter(f -> !isNumber(f)).toList();
        if (arrays.isEmpty()) {
            return numbers(numbers);
        }
        String product = of(arrays.get(0))
                + arrays.stream().skip(1).map(f -> ".mul(" + of(f) + ")").collect(Collectors.joining());
        return numbers.isEmpty() ? product : product + ".mul(" + numbers(numbers) + ")";
    }

    @Override
    String power(IAST e, int context) {
        IExpr exponent = e.arg2();
        if (isNumber(e)) {
            return super.power(e, context);
        }
        if (exponent instanceof IRational q && !exponent.equals(Expr.HALF)) {
            if (q.isNegative()) {
                return fraction(e);
            }
            if (Shape.factorCount(q) <= Shape.LARGEST_PRODUCT) {
                List<IExpr> parts = new ArrayList<>(java.util.Collections.nCopies(Shape.factorCount(q), e.arg1()));
                if (Shape.isHalf(q)) {
                    parts.add(Expr.sqrt(e.arg1()));
                }
                return factors(parts);
            }
        }
        return super.power(e, context);
    }

    @Override
    String apply(String function, List<IExpr> arguments) {
        if (arguments.stream().allMatch(this::isNumber) && IN_JDK.contains(function) && !EXTREMA.contains(function)) {
            return call("Math." + function, arguments.stream().map(this::of).toList(), false);
        }
        if (METHODS.contains(function)) {
            return array(arguments.get(0)) + "." + function + "()";
        }
        if (function.equals("logistic")) {
            return "Activation.sigmoid(" + array(arguments.get(0)) + ")";
        }
        List<String> texts = arguments.stream().map(this::of).toList();
        return switch (function) {
            case "pow" -> call("NDArrays.pow", texts, false);
            case "min" -> call("NDArrays.minimum", texts(arguments), true);
            case "max" -> call("NDArrays.maximum", texts(arguments), true);
            default ->
                library + call(function, arguments.stream().map(this::array).toList(), false);
        };
    }

    private List<String> texts(List<IExpr> arguments) {
        return arguments.stream()
                .map(arguments.size() > 2 ? this::array : this::of)
                .toList();
    }

    private String compared(IAST e) {
        boolean swapped = isNumber(e.arg1());
        String left = of(swapped ? e.arg2() : e.arg1());
        String right = of(swapped ? e.arg1() : e.arg2());
        boolean less = e.isAST(S.Less) || e.isAST(S.LessEqual);
        boolean strict = e.isAST(S.Less) || e.isAST(S.Greater);
        String method = e.isAST(S.Equal)
                ? "eq"
                : e.isAST(S.Unequal) ? "neq" : (less != swapped ? "lt" : "gt") + (strict ? "" : "e");
        return left + "." + method + "(" + right + ")";
    }

    @Override
    String choice() {
        return "NDArrays.where";
    }

    @Override
    String connected(List<IExpr> conditions, boolean all) {
        return conditions.stream().map(this::of).collect(Collectors.joining(all ? ".logicalAnd(" : ".logicalOr("))
                + ")".repeat(conditions.size() - 1);
    }
}
