package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Expr;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes the class that audits gradients: {@link AuditLaws} that hold exactly in discrete layers, of whole batches. */
final class AuditClass {
    private final CodeRequest request;
    private final AuditLaws laws;

    AuditClass(CodeRequest request, AuditLaws laws) {
        this.request = request;
        this.laws = laws;
    }

    String source(ClassName name) {
        TypeSpec.Builder type = SourceText.type(name, HeaderComment.ofAudit(request, laws.forward()))
                .addField(SourceText.constant(
                        "STATES", "Length of one state.", laws.states().size()))
                .addField(SourceText.constant(
                        "PARAMETERS", "Number of parameters.", laws.parameters().size()))
                .addField(SourceText.constant("LAWS", "Number of identities.", laws.size()))
                .addMethod(law())
                .addMethod(residuals())
                .addMethod(worst())
                .addMethod(ofStates())
                .addMethod(ofParameters());
        return SourceText.of(name, type);
    }

    /** The entries of a vector or matrix of laws share a line. */
    private MethodSpec law() {
        Pattern entry = Pattern.compile("(.*)\\[([0-9]{1,9}(?:,[0-9]{1,9})*)\\]");
        LoopCode loops = new LoopCode();
        List<IExpr> forms = IntStream.range(0, laws.size())
                .mapToObj(laws::text)
                .map(text -> {
                    Matcher m = entry.matcher(text);
                    return m.matches() ? loops.indexed(m.group(1), m.group(2).split(",", -1)) : Expr.symbol(text);
                })
                .toList();
        CodeBlock.Builder code = CodeBlock.builder();
        for (LoopStatement s : loops.found(forms)) {
            Function<LoopCounter, String> names =
                    c -> String.valueOf("ijlm".charAt(s.loops().indexOf(c)));
            for (LoopCounter c : s.loops()) {
                String i = names.apply(c);
                code.beginControlFlow("for (int $N = 0; $N < $L; $N++)", i, i, c.extent(), i);
            }
            code.beginControlFlow("if (law == $L)", s.target().index("", names))
                    .addStatement("return $L", text(s.value(), loops, names))
                    .endControlFlow();
            s.loops().forEach(c -> code.endControlFlow());
        }
        return SourceText.method("law", "The law with this index, which counts from 0.", String.class)
                .addParameter(int.class, "law")
                .addCode(code.addStatement("throw new IndexOutOfBoundsException($S + law)", "law ")
                        .build())
                .build();
    }

    private static CodeBlock text(IExpr e, LoopCode loops, Function<LoopCounter, String> names) {
        if (!(e instanceof IAST a)) {
            return CodeBlock.of("$S", ((ISymbol) e).getSymbolName());
        }
        CodeBlock.Builder code = CodeBlock.builder();
        String before = ((ISymbol) a.head()).getSymbolName() + "[";
        for (IExpr index : Expr.arguments(a)) {
            code.add("$S + ($L) + ", before, loops.index(index, names));
            before = ",";
        }
        return code.add("$S", "]").build();
    }

    private static MethodSpec.Builder audit(String name, String comment, Class<?> type) {
        return SourceText.method(name, comment, type)
                .addParameter(int.class, "n")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "a")
                .addParameter(double[].class, "xEnd")
                .addParameter(double[].class, "aEnd")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "gradP")
                .addParameter(double[].class, "out");
    }

    private static MethodSpec residuals() {
        return audit("residuals", """
                        The relative residual of each law: what is left of it over the sum of the sizes of its terms, a number near the
                        rounding error where the gradients are right.

                        @param n number of samples that share the parameters
                        @param x states that enter the first layer, one sample after the other
                        @param a gradient of the loss by x
                        @param xEnd states that leave the last layer
                        @param aEnd gradient of the loss by xEnd; the layers in between must not enter the loss on another way
                        @param p parameters
                        @param gradP gradient of the loss by p, summed over samples and layers
                        @param out receives the residuals; at least {@code 4 * LAWS} numbers, the rest is workspace""", void.class)
                .addCode(CodeBlock.builder()
                        .addStatement("ofParameters(p, gradP, out)")
                        .beginControlFlow("for (int k = 0; k < n; k++)")
                        .addStatement("ofStates(x, a, k * STATES, p, out)")
                        .beginControlFlow("for (int i = 0; i < 2 * LAWS; i++)")
                        .addStatement("out[i] += out[2 * LAWS + i]")
                        .endControlFlow()
                        .addStatement("ofStates(xEnd, aEnd, k * STATES, p, out)")
                        .beginControlFlow("for (int i = 0; i < LAWS; i++)")
                        .addStatement("out[i] -= out[2 * LAWS + i]")
                        .addStatement("out[LAWS + i] += out[3 * LAWS + i]")
                        .endControlFlow()
                        .endControlFlow()
                        .beginControlFlow("for (int i = 0; i < LAWS; i++)")
                        .addStatement("out[i] = out[i] == 0.0 ? 0.0 : Math.abs(out[i]) / out[LAWS + i]")
                        .endControlFlow()
                        .build())
                .build();
    }

    private static MethodSpec worst() {
        return audit("worst", "The largest of the residuals; NaN where one is.", double.class)
                .addStatement("residuals(n, x, a, xEnd, aEnd, p, gradP, out)")
                .addStatement("double worst = 0.0")
                .beginControlFlow("for (int i = 0; i < LAWS; i++)")
                .addStatement("worst = Math.max(worst, out[i])")
                .endControlFlow()
                .addStatement("return worst")
                .build();
    }

    private MethodSpec ofStates() {
        LoopCode loops = new LoopCode()
                .array(laws.states(), "x", "at")
                .array(laws.dual(laws.states()), "a", "at")
                .array(laws.parameters(), "p", "");
        return MethodSpec.methodBuilder("ofStates")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "a")
                .addParameter(int.class, "at")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addCode(filled(loops, laws.ofStates(), 2 * laws.size()))
                .build();
    }

    private MethodSpec ofParameters() {
        LoopCode loops =
                new LoopCode().array(laws.parameters(), "p", "").array(laws.dual(laws.parameters()), "gradP", "");
        return MethodSpec.methodBuilder("ofParameters")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "gradP")
                .addParameter(double[].class, "out")
                .addCode(filled(loops, laws.ofParameters(), 0))
                .build();
    }

    private static CodeBlock filled(LoopCode loops, List<IExpr> values, int from) {
        return loops.filled(loops.results(values), from, values.size());
    }
}
