package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Condition;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes the class of one quantity. */
final class QuantityClass {
    private final CodeRequest request;
    private final ConservedQuantity quantity;
    private final Integrands integrands = new Integrands(StableForms.instance()::of);
    private final QuantityBodies bodies;

    QuantityClass(CodeRequest request, ConservedQuantity quantity, boolean proved) {
        this.request = request;
        this.quantity = quantity;
        List<ISymbol> velocities = request.coordinates().stream()
                .map(s -> Expr.symbol(s.getSymbolName() + " velocity"))
                .toList();
        IExpr value = StableForms.instance().of(quantity.expression());
        Supplier<QuantityBodies> writtenOut =
                () -> new QuantityWrittenOut(request, quantity.expression(), proved, velocities, integrands);
        this.bodies = LoopCode.applies(request, List.of(value))
                ? new QuantityLoops(request, value, velocities, writtenOut)
                : writtenOut.get();
    }

    /** The source text of the class. */
    String source(ClassName name, String header) {
        TypeSpec.Builder type = SourceText.type(name, header);
        addValue(type);
        addGradient(type);
        addRate(type);
        addSquareNorm(type);
        addIsDefinedAt(type);
        type.addMethod(values()).addMethod(gradients()).addMethod(project());
        integrands.methods().forEach(m -> type.addMethod(SourceText.integrand(m)));
        return SourceText.of(name, type);
    }

    private void addValue(TypeSpec.Builder type) {
        type.addMethod(method("value", "The quantity; infinite or NaN where it has no real value.", double.class)
                .addStatement("return value(t, x, 0, p)")
                .build());
        type.addMethod(at("value", "The quantity; x begins at index {@code at} of its array.")
                .addCode(bodies.value())
                .build());
    }

    private void addGradient(TypeSpec.Builder type) {
        type.addMethod(method("gradient", "Its partial derivatives: by t, by each of x, by each of p.", void.class)
                .addParameter(double[].class, "out")
                .addStatement("valueAndGradient(t, x, 0, p, out, 0)")
                .build());
        type.addMethod(at(
                        "valueAndGradient",
                        "The quantity, with its partial derivatives, as in gradient, in {@code out} from index {@code to}.")
                .addParameter(double[].class, "out")
                .addParameter(int.class, "to")
                .addCode(bodies.gradient())
                .build());
    }

    private void addRate(TypeSpec.Builder type) {
        type.addMethod(SourceText.method(
                        "rate",
                        "Its rate of change when x moves with velocity xDot; 0 on solutions of the system.",
                        double.class)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "xDot")
                .addParameter(double[].class, "p")
                .addStatement("return rate(t, x, xDot, 0, p)")
                .build());
        type.addMethod(moving("rate", "The rate; x and xDot begin at index {@code at} of their arrays.")
                .addCode(bodies.rate())
                .build());
        type.addMethod(moving(
                        "rateAndGradient",
                        "The rate, with its derivatives by t, x, xDot and p in {@code out} from {@code to}.")
                .addParameter(double[].class, "out")
                .addParameter(int.class, "to")
                .addCode(bodies.rateAndGradient())
                .build());
    }

    private void addSquareNorm(TypeSpec.Builder type) {
        type.addMethod(at(
                        "squareNormAndGradient",
                        "The squared norm of the gradient by x, with its derivatives by t, x and p in {@code out} from {@code to}.")
                .addParameter(double[].class, "out")
                .addParameter(int.class, "to")
                .addCode(bodies.squareNorm())
                .build());
    }

    private void addIsDefinedAt(TypeSpec.Builder type) {
        String comment = "Whether the quantity is claimed, real and finite here.";
        type.addMethod(method("isDefinedAt", comment, boolean.class)
                .addStatement("return isDefinedAt(t, x, 0, p)")
                .build());
        MethodSpec.Builder method = at("isDefinedAt", "The same; x begins at index {@code at} of its array.")
                .returns(boolean.class);
        String finite = "Double.isFinite(value(t, x, at, p))";
        if (quantity.domain().isEmpty() || quantity.domain().get().equals(Condition.TRUE)) {
            type.addMethod(method.addStatement("return " + finite).build());
            return;
        }
        IExpr domain = integrands.called(quantity.domain().get());
        Map<IExpr, String> names = new LinkedHashMap<>();
        JavaNames fresh = new JavaNames(Arguments.RESERVED);
        method.addCode(Arguments.at(request).unpack(List.of(domain), names, fresh));
        String condition = new JavaExpression(names).of(domain);
        type.addMethod(method.addStatement(MethodBody.breakable(
                        "return " + (condition.contains(" || ") ? "(" + condition + ")" : condition) + " && " + finite))
                .build());
    }

    private MethodSpec values() {
        return batch("values", "The quantity at n points: {@code t[k]} and the k-th part of x give {@code out[k]}.")
                .beginControlFlow("for (int k = 0; k < n; k++)")
                .addStatement("out[k] = value(t[k], x, k * $L, p)", states())
                .endControlFlow()
                .build();
    }

    private MethodSpec gradients() {
        int length = 1 + states() + request.system().parameters().size();
        return batch(
                        "valuesAndGradients",
                        "The quantity at n points, and its gradients one after the other, " + length + " numbers each.")
                .addParameter(double[].class, "gradients")
                .addCode(bodies.gradients())
                .build();
    }

    private static MethodSpec.Builder batch(String name, String comment) {
        return SourceText.method(name, comment, void.class)
                .addParameter(int.class, "n")
                .addParameter(double[].class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out");
    }

    private MethodSpec project() {
        int n = states();
        return method(
                        "project",
                        "Moves x to the level set where the quantity is {@code level}, by Newton's method along its gradient;\n"
                                + "returns what is left of the difference. {@code work} holds the gradient: at least "
                                + (1 + n + request.system().parameters().size()) + " numbers.",
                        double.class)
                .addParameter(double.class, "level")
                .addParameter(double[].class, "out")
                .addParameter(double[].class, "work")
                .addCode(projection(n))
                .build();
    }

    private static CodeBlock projection(int n) {
        return CodeBlock.builder()
                .addStatement("System.arraycopy(x, 0, out, 0, $L)", n)
                .addStatement("double gap = valueAndGradient(t, out, 0, p, work, 0) - level")
                .beginControlFlow("for (int step = 0; step < 60 && gap != 0.0; step++)")
                .addStatement("double norm = 0.0")
                .beginControlFlow("for (int i = 1; i <= $L; i++)", n)
                .addStatement("norm += work[i] * work[i]")
                .endControlFlow()
                .addStatement("double length = gap / norm")
                .addStatement("double next = gap")
                .add("// Shorter steps until the gap shrinks.\n")
                .beginControlFlow("for (int halving = 0; halving < 40 && !(Math.abs(next) < Math.abs(gap)); halving++)")
                .beginControlFlow("for (int i = 0; i < $L; i++)", n)
                .addStatement("out[i] -= length * work[i + 1]")
                .endControlFlow()
                .addStatement("next = value(t, out, p) - level")
                .beginControlFlow("if (!(Math.abs(next) < Math.abs(gap)))")
                .beginControlFlow("for (int i = 0; i < $L; i++)", n)
                .addStatement("out[i] += length * work[i + 1]")
                .endControlFlow()
                .addStatement("length *= 0.5")
                .endControlFlow()
                .endControlFlow()
                .beginControlFlow("if (!(Math.abs(next) < Math.abs(gap)))")
                .addStatement("return gap")
                .endControlFlow()
                .addStatement("gap = valueAndGradient(t, out, 0, p, work, 0) - level")
                .endControlFlow()
                .addStatement("return gap")
                .build();
    }

    private int states() {
        return request.coordinates().size();
    }

    private static MethodSpec.Builder method(String name, String comment, Class<?> type) {
        return SourceText.method(name, comment, type)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "p");
    }

    private static MethodSpec.Builder at(String name, String comment) {
        return SourceText.method(name, comment, double.class)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(int.class, "at")
                .addParameter(double[].class, "p");
    }

    private static MethodSpec.Builder moving(String name, String comment) {
        return SourceText.method(name, comment, double.class)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "xDot")
                .addParameter(int.class, "at")
                .addParameter(double[].class, "p");
    }
}
