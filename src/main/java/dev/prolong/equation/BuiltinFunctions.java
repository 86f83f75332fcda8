package dev.prolong.equation;

import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/** The functions that the input language knows by itself. */
final class BuiltinFunctions {

    /** Built like calls, but not functions of numbers. */
    private static final List<String> FORMS = List.of("piecewise", "integral", "diff", "sum");

    /** How other languages call some of them. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("ln", "log"),
            Map.entry("arcsin", "asin"),
            Map.entry("arccos", "acos"),
            Map.entry("arctan", "atan"),
            Map.entry("arsinh", "asinh"),
            Map.entry("arcosh", "acosh"),
            Map.entry("artanh", "atanh"),
            Map.entry("arcsinh", "asinh"),
            Map.entry("arccosh", "acosh"),
            Map.entry("arctanh", "atanh"),
            Map.entry("sgn", "sign"),
            Map.entry("signum", "sign"),
            Map.entry("tg", "tan"),
            Map.entry("ctg", "cot"),
            Map.entry("cosec", "csc"),
            Map.entry("LambertW", "lambertw"),
            Map.entry("W", "lambertw"),
            Map.entry("Piecewise", "piecewise"),
            Map.entry("if", "piecewise"),
            Map.entry("Integral", "integral"),
            Map.entry("int", "integral"));

    private BuiltinFunctions() {}

    static boolean isKnown(String name) {
        return isFunction(name) || FORMS.contains(name);
    }

    static boolean isFunction(String name) {
        return name.equals("exp")
                || name.equals("sqrt")
                || Elementary.byName(name).isPresent();
    }

    /** Whether it takes two or more arguments; the others take one. */
    static boolean isVariadic(String name) {
        return Elementary.byName(name).map(Elementary::variadic).orElse(false);
    }

    static IExpr apply(String name, List<IExpr> arguments) {
        return switch (name) {
            case "exp" -> Expr.exp(arguments.get(0));
            case "sqrt" -> Expr.sqrt(arguments.get(0));
            default -> Expr.apply(Elementary.byName(name).orElseThrow(), arguments.toArray(IExpr[]::new));
        };
    }

    /** All names, for "did you mean". */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of("exp", "sqrt"));
        for (Elementary f : Elementary.values()) {
            names.add(f.text());
        }
        names.addAll(FORMS);
        return names;
    }

    /** What a name of other languages is called here. */
    static List<String> synonym(String name) {
        String known = SYNONYMS.get(name);
        return known == null ? List.of() : List.of(known);
    }
}
