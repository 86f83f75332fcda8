package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.matheclipse.core.interfaces.IExpr;

/** Trees as Python expressions of PyTorch's tensors. */
final class PythonExpression extends ArrayExpression {
    /** What PyTorch has, by its names there. */
    static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("logistic", "sigmoid"),
            Map.entry("sign", "sign"),
            Map.entry("abs", "abs"),
            Map.entry("min", "minimum"),
            Map.entry("max", "maximum"),
            Map.entry("exp", "exp"),
            Map.entry("log", "log"),
            Map.entry("sqrt", "sqrt"),
            Map.entry("pow", "pow"),
            Map.entry("sin", "sin"),
            Map.entry("cos", "cos"),
            Map.entry("tan", "tan"),
            Map.entry("asin", "asin"),
            Map.entry("acos", "acos"),
            Map.entry("atan", "atan"),
            Map.entry("sinh", "sinh"),
            Map.entry("cosh", "cosh"),
            Map.entry("tanh", "tanh"),
            Map.entry("asinh", "asinh"),
            Map.entry("acosh", "acosh"),
            Map.entry("atanh", "atanh"),
            Map.entry("erf", "erf"),
            Map.entry("erfc", "erfc"),
            Map.entry("expm1", "expm1"),
            Map.entry("log1p", "log1p"));

    private final String example;

    PythonExpression(Map<IExpr, String> names, String example) {
        super(names);
        this.example = example;
    }

    @Override
    String full(String number) {
        return "torch.full_like(" + example + ", " + number + ")";
    }

    @Override
    String constant(IExpr e) {
        return e.equals(Expr.PI) ? "math.pi" : "math.e";
    }

    @Override
    String infinity() {
        return "math.inf";
    }

    @Override
    String apply(String function, List<IExpr> arguments) {
        if (arguments.stream().allMatch(this::isNumber) && IN_JDK.contains(function)) {
            return call("math." + function, arguments.stream().map(this::of).toList(), false);
        }
        String known = FUNCTIONS.get(function);
        String method = known == null ? function : "torch." + known;
        return call(method, arguments.stream().map(this::array).toList(), EXTREMA.contains(function));
    }

    @Override
    String choice() {
        return "torch.where";
    }

    @Override
    String connected(List<IExpr> conditions, boolean all) {
        return conditions.stream().map(c -> "(" + of(c) + ")").collect(Collectors.joining(all ? " & " : " | "));
    }
}
