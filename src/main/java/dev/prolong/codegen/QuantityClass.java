package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes the class of one quantity. */
final class QuantityClass {
    private static final Set<String> RESERVED =
            Set.of("t", "x", "p", "out", "xDot", JavaExpression.POINT, "Math", "Double");
    private static final Pattern CALL = Pattern.compile("(?<![.\\w])([A-Za-z]\\w*)");

    private final CodeRequest request;
    private final ConservedQuantity quantity;
    private final QuantityFormulas formulas;
    private final Integrands integrands;
    private final List<ISymbol> velocities;

    QuantityClass(CodeRequest request, ConservedQuantity quantity, boolean proved) {
        this.request = request;
        this.quantity = quantity;
        this.integrands = new Integrands(StableForms.instance()::of);
        this.formulas = QuantityFormulas.of(
                        quantity.expression(),
                        request.system(),
                        request.coordinates(),
                        proved,
                        StableForms.instance())
                .map(integrands::called);
        this.velocities = request.coordinates().stream()
                .map(s -> Expr.symbol(s.getSymbolName() + " velocity"))
                .toList();
    }

    /** The source text of the class. */
    String source(ClassName name, String header) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L", header)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(value())
                .addMethod(gradient())
                .addMethod(valueAndGradient())
                .addMethod(rate())
                .addMethod(isDefinedAt());
        integrands.methods().forEach(m -> type.addMethod(integrand(m)));
        String text = JavaFile.builder(name.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return withSupport(text);
    }

    private MethodSpec value() {
        return method("value", "The quantity; infinite or NaN where it has no real value.", double.class)
                .addCode(body(List.of(new MethodBody.Result("return", formulas.value())), false))
                .build();
    }

    private MethodSpec gradient() {
        return method("gradient", "Its partial derivatives: by t, by each of x, by each of p.", void.class)
                .addParameter(double[].class, "out")
                .addStatement("valueAndGradient(t, x, p, out)")
                .build();
    }

    private MethodSpec valueAndGradient() {
        List<MethodBody.Result> results = new ArrayList<>();
        List<IExpr> gradient = formulas.gradient();
        for (int i = 0; i < gradient.size(); i++) {
            results.add(new MethodBody.Result("out[" + i + "] =", gradient.get(i)));
        }
        results.add(new MethodBody.Result("return", formulas.value()));
        return method(
                        "valueAndGradient",
                        "The quantity, with its partial derivatives in {@code out} as in gradient.",
                        double.class)
                .addParameter(double[].class, "out")
                .addCode(body(results, false))
                .build();
    }

    private MethodSpec rate() {
        MethodSpec.Builder rate = signature(
                "rate",
                "Its rate of change when x moves with velocity xDot; 0 on solutions of the system.",
                double.class);
        rate.addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "xDot")
                .addParameter(double[].class, "p");
        return rate.addCode(body(List.of(new MethodBody.Result("return", formulas.rate(velocities))), true))
                .build();
    }

    private MethodSpec isDefinedAt() {
        MethodSpec.Builder method =
                method("isDefinedAt", "Whether the quantity is claimed, real and finite here.", boolean.class);
        String finite = "Double.isFinite(value(t, x, p))";
        if (quantity.domain().isEmpty() || quantity.domain().get().equals(Condition.TRUE)) {
            return method.addStatement("return " + finite).build();
        }
        IExpr domain = integrands.called(quantity.domain().get());
        Map<IExpr, String> names = new LinkedHashMap<>();
        JavaNames fresh = new JavaNames(RESERVED);
        method.addCode(unpack(List.of(domain), names, fresh, false));
        String text = "return " + new JavaExpression(names).of(domain) + " && " + finite;
        return method.addStatement(MethodBody.breakable(
                        text.contains(" || ")
                                ? "return (" + text.substring(7).replace(" && " + finite, ")") + " && " + finite
                                : text))
                .build();
    }

    private MethodSpec integrand(Integrands.Method integrand) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(integrand.name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(double.class);
        JavaNames fresh = new JavaNames(RESERVED);
        Map<IExpr, String> names = new LinkedHashMap<>();
        names.put(integrand.variable(), "s");
        method.addParameter(double.class, fresh.fresh("s"));
        for (ISymbol symbol : integrand.captured()) {
            String name = fresh.fresh(symbol.getSymbolName());
            names.put(symbol, name);
            method.addParameter(double.class, name);
        }
        return method.addCode(MethodBody.of(List.of(new MethodBody.Result("return", integrand.value())), names, fresh))
                .build();
    }

    private CodeBlock body(List<MethodBody.Result> results, boolean withVelocities) {
        Map<IExpr, String> names = new LinkedHashMap<>();
        JavaNames fresh = new JavaNames(RESERVED);
        CodeBlock unpacked =
                unpack(results.stream().map(MethodBody.Result::value).toList(), names, fresh, withVelocities);
        return CodeBlock.builder()
                .add(unpacked)
                .add(MethodBody.of(results, names, fresh))
                .build();
    }

    /** Locals for the entries of the arrays that are used. */
    private CodeBlock unpack(List<IExpr> values, Map<IExpr, String> names, JavaNames fresh, boolean withVelocities) {
        Set<ISymbol> used = Expr.symbols(Expr.apply(Expr.symbol("all"), values));
        CodeBlock.Builder code = CodeBlock.builder();
        names.put(request.system().independent(), "t");
        List<ISymbol> states = request.coordinates();
        List<ISymbol> parameters = request.system().parameters();
        for (int i = 0; i < states.size(); i++) {
            declare(states.get(i), states.get(i).getSymbolName(), "x[" + i + "]", used, names, fresh, code);
        }
        for (int i = 0; withVelocities && i < states.size(); i++) {
            declare(
                    velocities.get(i),
                    states.get(i).getSymbolName() + "Dot",
                    "xDot[" + i + "]",
                    used,
                    names,
                    fresh,
                    code);
        }
        for (int i = 0; i < parameters.size(); i++) {
            declare(parameters.get(i), parameters.get(i).getSymbolName(), "p[" + i + "]", used, names, fresh, code);
        }
        return code.build();
    }

    private static void declare(
            ISymbol symbol,
            String wish,
            String source,
            Set<ISymbol> used,
            Map<IExpr, String> names,
            JavaNames fresh,
            CodeBlock.Builder code) {
        if (used.contains(symbol)) {
            String name = fresh.fresh(wish);
            names.put(symbol, name);
            code.addStatement("double $N = $L", name, source);
        }
    }

    private static MethodSpec.Builder method(String name, String comment, Class<?> type) {
        return signature(name, comment, type)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "p");
    }

    private static MethodSpec.Builder signature(String name, String comment, Class<?> type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("$L\n", comment)
                .returns(type);
    }

    /** The class with the support members that it calls before its closing brace. */
    private static String withSupport(String text) {
        int end = text.lastIndexOf('}');
        Set<String> called = new TreeSet<>();
        Matcher word = CALL.matcher(text.substring(text.indexOf("class ")));
        while (word.find()) {
            if (SupportLibrary.instance().has(word.group(1))) {
                called.add(word.group(1));
            }
        }
        List<String> members = SupportLibrary.instance().closure(called);
        if (members.isEmpty()) {
            return text;
        }
        String support = String.join("\n", members);
        String out = text.substring(0, end) + "\n" + support + text.substring(end);
        return support.contains("DoubleUnaryOperator") ? withImport(out) : out;
    }

    private static String withImport(String text) {
        String line = "import java.util.function.DoubleUnaryOperator;\n\n";
        int at = text.startsWith("package ") ? text.indexOf("\n\n") + 2 : 0;
        return text.substring(0, at) + line + text.substring(at);
    }
}
