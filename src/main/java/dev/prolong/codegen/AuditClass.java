package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Elementary;
import dev.prolong.algebra.Expr;
import dev.prolong.conservation.ConservedQuantity;
import dev.prolong.conservation.PairingForm;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.verification.Judged;
import dev.prolong.verification.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Writes the class that audits gradients: the laws of backpropagation that hold exactly in discrete layers, as identities between what
 * enters and leaves a network and the gradients of its parameters.
 *
 * <p>A law {@code a·X(x, θ) + b·Θ(θ)} has the same value before and after the layers. The adjoint of the parameters is 0 after the last
 * layer and the gradient of the loss before the first, so {@code Σ a·X (before) + g·Θ = Σ a·X (after)}, sums over the samples.
 */
final class AuditClass {
    private final CodeRequest request;
    private final DifferentialSystem forward;
    private final Map<ISymbol, ISymbol> adjoints;
    private final List<ConservedQuantity> laws;

    private AuditClass(CodeRequest request, DifferentialSystem forward, List<ConservedQuantity> laws) {
        this.request = request;
        this.forward = forward;
        this.adjoints = request.system().origin().adjoints();
        this.laws = laws;
    }

    /** The class for a system with backpropagation; empty where none of its proved laws holds in discrete layers. */
    static Optional<AuditClass> of(CodeRequest request) {
        return request.system().forward().flatMap(forward -> {
            List<ConservedQuantity> laws = request.quantities().stream()
                    .filter(q -> q.verdict() instanceof Verdict.Proved)
                    .map(Judged::claim)
                    .filter(q -> q.pairing().map(PairingForm::discrete).orElse(false))
                    .filter(q ->
                            Expr.subtrees(q.expression(), Expr::isArbitrary).isEmpty())
                    .toList();
            return laws.isEmpty() ? Optional.empty() : Optional.of(new AuditClass(request, forward, laws));
        });
    }

    String source(ClassName name) {
        TypeSpec.Builder type = SourceText.type(name, HeaderComment.ofAudit(request, forward))
                .addField(constant(
                        "STATES", "Length of one state.", forward.states().size()))
                .addField(constant(
                        "PARAMETERS",
                        "Number of parameters.",
                        forward.parameters().size()))
                .addField(constant("LAWS", "Number of identities.", laws.size()))
                .addMethod(law())
                .addMethod(residuals())
                .addMethod(worst())
                .addMethod(ofStates())
                .addMethod(ofParameters());
        return SourceText.of(name, type);
    }

    private static FieldSpec constant(String name, String comment, int value) {
        return FieldSpec.builder(int.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L\n", comment)
                .initializer("$L", value)
                .build();
    }

    /** The entries of a vector or matrix of laws share a line. */
    private MethodSpec law() {
        Pattern entry = Pattern.compile("(.*)\\[([0-9]+(?:,[0-9]+)*)\\]");
        List<ISymbol> numbers = IntStream.rangeClosed(0, Math.max(forward.states().size(), laws.size()))
                .mapToObj(i -> Expr.symbol("number[" + i + "]"))
                .toList();
        LoopCode loops = new LoopCode().array(numbers, "number", "");
        List<IExpr> texts = laws.stream()
                .map(l -> l.pairing().map(PairingForm::vectorForm).orElse(""))
                .map(text -> {
                    Matcher m = entry.matcher(text);
                    return m.matches()
                            ? Expr.apply(
                                    Expr.symbol(m.group(1)),
                                    Arrays.stream(m.group(2).split(",", -1))
                                            .map(i -> numbers.get(Integer.parseInt(i)))
                                            .toList())
                            : (IExpr) Expr.symbol(text);
                })
                .toList();
        CodeBlock.Builder code = CodeBlock.builder();
        for (LoopStatement s : loops.found(texts)) {
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
                .array(forward.states(), "x", "at")
                .array(dual(forward.states()), "a", "at")
                .array(forward.parameters(), "p", "");
        return MethodSpec.methodBuilder("ofStates")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "a")
                .addParameter(int.class, "at")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addCode(filled(loops, dual(forward.states()), 2 * laws.size()))
                .build();
    }

    private MethodSpec ofParameters() {
        LoopCode loops = new LoopCode()
                .array(forward.parameters(), "p", "")
                .array(dual(forward.parameters()), "gradP", "");
        return MethodSpec.methodBuilder("ofParameters")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "gradP")
                .addParameter(double[].class, "out")
                .addCode(filled(loops, dual(forward.parameters()), 0))
                .build();
    }

    private List<ISymbol> dual(List<ISymbol> symbols) {
        return symbols.stream().map(adjoints::get).toList();
    }

    /** The terms of the laws with these adjoints, then the sizes of these terms, to the array out from an index on. */
    private CodeBlock filled(LoopCode loops, List<ISymbol> dual, int from) {
        List<List<IExpr>> terms =
                laws.stream().map(law -> terms(law.expression(), dual)).toList();
        List<IExpr> results = new ArrayList<>();
        terms.forEach(law -> results.add(Expr.plus(law)));
        terms.forEach(law -> results.add(Expr.plus(
                law.stream().map(e -> Expr.apply(Elementary.ABS, e)).toList())));
        return loops.filled(loops.results(results), from, results.size());
    }

    /** A law is linear in the adjoints. */
    private static List<IExpr> terms(IExpr law, List<ISymbol> dual) {
        return dual.stream()
                .flatMap(s ->
                        Expr.terms(Differentiation.derivative(law, s)).stream().map(c -> Expr.times(s, c)))
                .filter(e -> !e.isZero())
                .toList();
    }
}
