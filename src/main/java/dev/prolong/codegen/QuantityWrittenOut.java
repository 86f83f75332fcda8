package dev.prolong.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The bodies of the methods of a quantity, every component of every result by itself. */
final class QuantityWrittenOut implements QuantityBodies {
    private final CodeRequest request;
    private final QuantityFormulas formulas;
    private final SecondOrder second;
    private final List<ISymbol> velocities;
    private final Arguments arguments;

    QuantityWrittenOut(
            CodeRequest request, IExpr quantity, boolean proved, List<ISymbol> velocities, Integrands integrands) {
        this.request = request;
        this.velocities = velocities;
        StableForms stable = StableForms.instance();
        QuantityFormulas first = QuantityFormulas.of(quantity, request.system(), request.coordinates(), proved, stable);
        this.formulas = first.map(Distances::kept).map(integrands::called);
        this.second = SecondOrder.of(first, request, velocities, stable)
                .map(Distances::kept)
                .map(integrands::called);
        this.arguments = Arguments.at(request);
    }

    @Override
    public CodeBlock value() {
        return arguments.body(List.of(new MethodBody.Result("return", formulas.value())));
    }

    @Override
    public CodeBlock gradient() {
        return arguments.body(results(formulas.gradient(), formulas.value()));
    }

    @Override
    public CodeBlock rate() {
        return withVelocities().body(List.of(new MethodBody.Result("return", second.rate())));
    }

    @Override
    public CodeBlock rateAndGradient() {
        return withVelocities().body(results(second.ofRate(), second.rate()));
    }

    @Override
    public CodeBlock squareNorm() {
        return arguments.body(results(second.ofNorm(), second.norm()));
    }

    /** One loop with the formulas inside, so that what depends on the parameters alone is computed before it. */
    @Override
    public CodeBlock gradients() {
        int states = request.coordinates().size();
        int length = 1 + states + request.system().parameters().size();
        List<IExpr> values = new ArrayList<>(formulas.gradient());
        values.add(formulas.value());
        Map<IExpr, String> names = new LinkedHashMap<>();
        JavaNames fresh = new JavaNames(Arguments.RESERVED);
        CodeBlock parameters = new Arguments()
                .array(request.system().parameters(), "", "p", "")
                .unpack(values, names, fresh);
        CodeBlock point = new Arguments()
                .scalar(request.system().independent(), "t[k]")
                .array(request.coordinates(), "", "x", "at")
                .unpack(values, names, fresh);
        List<MethodBody.Result> results = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            results.add(
                    new MethodBody.Result(i == 0 ? "gradients[to] =" : "gradients[to + " + i + "] =", values.get(i)));
        }
        results.add(new MethodBody.Result("out[k] =", values.get(length)));
        return CodeBlock.builder()
                .add(parameters)
                .beginControlFlow("for (int k = 0; k < n; k++)")
                .addStatement(states == 1 ? "int at = k" : "int at = k * " + states)
                .addStatement("int to = k * $L", length)
                .add(point)
                .add(MethodBody.of(results, names, fresh))
                .endControlFlow()
                .build();
    }

    private Arguments withVelocities() {
        return Arguments.at(request).array(velocities, "Dot", "xDot", "at");
    }

    private static List<MethodBody.Result> results(List<IExpr> out, IExpr value) {
        List<MethodBody.Result> results = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            results.add(new MethodBody.Result(i == 0 ? "out[to] =" : "out[to + " + i + "] =", out.get(i)));
        }
        results.add(new MethodBody.Result("return", value));
        return results;
    }
}
