package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the class of the regularised loss, which calls the classes of the quantities, and the tests of these. */
final class LossClass {
    private final CodeRequest request;

    LossClass(CodeRequest request) {
        this.request = request;
    }

    String source(ClassName name, List<ClassName> quantities) {
        Map<String, String> values = common(name);
        values.put("system", title(request));
        values.put("header", HeaderComment.ofSystem(request));
        values.put("q", String.valueOf(quantities.size()));
        values.put("quantities", list(quantities));
        values.put("isDefinedAt", cases(quantities, "isDefinedAt(t, x, at, p)"));
        values.put("valueAndGradient", cases(quantities, "valueAndGradient(t, x, at, p, out, to)"));
        values.put("rateAndGradient", cases(quantities, "rateAndGradient(t, x, xDot, at, p, out, to)"));
        values.put("squareNormAndGradient", cases(quantities, "squareNormAndGradient(t, x, at, p, out, to)"));
        return Template.named("Loss.java.txt").with(values);
    }

    String test(ClassName name, ClassName quantity, ClassName model) {
        Map<String, String> values = common(name);
        values.put("quantity", quantity.simpleName());
        values.put("model", model.simpleName());
        return Template.named("QuantityTest.java.txt").with(values);
    }

    private Map<String, String> common(ClassName name) {
        Map<String, String> values = new HashMap<>();
        values.put("package", name.packageName().isEmpty() ? "" : "package " + name.packageName() + ";\n\n");
        values.put("name", name.simpleName());
        values.put("n", String.valueOf(request.coordinates().size()));
        values.put("m", String.valueOf(request.system().parameters().size()));
        return values;
    }

    /** The classes with their indices, as text of a comment. */
    static String list(List<ClassName> quantities) {
        return IntStream.range(0, quantities.size())
                .mapToObj(i -> i + " is {@link " + quantities.get(i).simpleName() + "}")
                .collect(Collectors.joining(", "));
    }

    /** The name of the system after a blank; empty if it has none. */
    static String title(CodeRequest request) {
        String system = request.system().name();
        return system.isEmpty() ? "" : " " + CommentText.escape(system);
    }

    /** The cases of a switch that makes this call of the class with each index. */
    static String cases(List<ClassName> quantities, String call) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < quantities.size(); i++) {
            out.append("            case ").append(i).append(":\n                return ");
            out.append(quantities.get(i).simpleName()).append('.').append(call).append(";\n");
        }
        return out.toString();
    }
}
