package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes the class that reads gradients off conservation laws, see {@link LawGradients}. */
final class LawGradientsClass {
    private final CodeRequest request;
    private final LawGradients laws;
    private final List<ISymbol> states;
    private final List<ISymbol> dual;
    private final List<ISymbol> parameters;

    LawGradientsClass(CodeRequest request, LawGradients laws) {
        this.request = request;
        this.laws = laws;
        this.states = laws.laws().states();
        this.dual = laws.laws().dual(states);
        this.parameters = laws.laws().parameters();
    }

    String source(ClassName name) {
        TypeSpec.Builder type = SourceText.type(name, HeaderComment.ofLawGradients(request, laws))
                .addField(SourceText.constant("STATES", "Length of one state.", states.size()))
                .addField(SourceText.constant("PARAMETERS", "Number of parameters.", parameters.size()));
        if (!laws.gradients().isEmpty()) {
            type.addMethod(isDetermined()).addMethod(gradients()).addMethod(fromDifferences());
            type.addMethod(parts("ofGradients", used(laws.gradients().values())));
        }
        laws.adjoints().ifPresent(a -> type.addMethod(adjoints(a)).addMethod(parts("ofAdjoints", used(a))));
        return SourceText.of(name, type);
    }

    /** The laws whose symbols the trees contain. */
    private List<Integer> used(Iterable<IExpr> trees) {
        Set<ISymbol> symbols = new TreeSet<>((a, b) -> a.getSymbolName().compareTo(b.getSymbolName()));
        trees.forEach(e -> symbols.addAll(Expr.symbols(e)));
        return IntStream.range(0, laws.ends().size())
                .filter(k -> symbols.contains(laws.ends().get(k)))
                .boxed()
                .toList();
    }

    private MethodSpec isDetermined() {
        String which =
                laws.gradients().keySet().stream().map(j -> "parameter == " + j).collect(Collectors.joining(" || "));
        return SourceText.method(
                        "isDetermined",
                        "Whether the laws determine the gradient by the parameter with this index.",
                        boolean.class)
                .addParameter(int.class, "parameter")
                .addStatement("return "
                        + MethodBody.breakable(
                                laws.gradients().size() == parameters.size()
                                        ? "parameter >= 0 && parameter < PARAMETERS"
                                        : which))
                .build();
    }

    private MethodSpec gradients() {
        int n = used(laws.gradients().values()).size();
        return SourceText.method("gradients", """
                        The gradient of a loss by the parameters, from both ends of n trajectories that share them.

                        @param n number of samples
                        @param t time at the start of each
                        @param x state at the start of each, one after the other
                        @param a gradient of the loss by x, the adjoint at the start
                        @param tEnd time at the end of each
                        @param xEnd state at the end of each
                        @param aEnd gradient of the loss by xEnd; the states before must not enter the loss
                        @param p parameters
                        @param out receives the gradient by each parameter; NaN for one that the laws do not determine
                        @param work at least\s""" + 2 * n + " numbers of workspace", void.class)
                .addParameter(int.class, "n")
                .addParameter(double[].class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "a")
                .addParameter(double[].class, "tEnd")
                .addParameter(double[].class, "xEnd")
                .addParameter(double[].class, "aEnd")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addParameter(double[].class, "work")
                .addCode(CodeBlock.builder()
                        .beginControlFlow("for (int i = 0; i < $L; i++)", n)
                        .addStatement("work[i] = 0.0")
                        .endControlFlow()
                        .beginControlFlow("for (int k = 0; k < n; k++)")
                        .addStatement("ofGradients(tEnd[k], xEnd, aEnd, k * STATES, p, work, $L)", n)
                        .beginControlFlow("for (int i = 0; i < $L; i++)", n)
                        .addStatement("work[i] += work[$L + i]", n)
                        .endControlFlow()
                        .addStatement("ofGradients(t[k], x, a, k * STATES, p, work, $L)", n)
                        .beginControlFlow("for (int i = 0; i < $L; i++)", n)
                        .addStatement("work[i] -= work[$L + i]", n)
                        .endControlFlow()
                        .endControlFlow()
                        .addStatement("fromDifferences(work, p, out)")
                        .build())
                .build();
    }

    private MethodSpec fromDifferences() {
        List<MethodBody.Result> results = new ArrayList<>();
        CodeBlock.Builder unknown = CodeBlock.builder();
        for (int j = 0; j < parameters.size(); j++) {
            IExpr g = laws.gradients().get(j);
            if (g == null) {
                unknown.addStatement("out[$L] = Double.NaN", j);
            } else {
                results.add(new MethodBody.Result(
                        "out[" + j + "] =", StableForms.instance().of(g)));
            }
        }
        Arguments arguments = new Arguments()
                .array(symbols(used(laws.gradients().values())), "", "d", "")
                .array(parameters, "", "p", "");
        return MethodSpec.methodBuilder("fromDifferences")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(double[].class, "d")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addCode(arguments.body(results))
                .addCode(unknown.build())
                .build();
    }

    private List<ISymbol> symbols(List<Integer> used) {
        return used.stream().map(laws.ends()::get).toList();
    }

    private MethodSpec adjoints(List<IExpr> starts) {
        List<Integer> used = used(starts);
        Arguments arguments = new Arguments()
                .scalar(request.system().independent(), "t")
                .array(states, "", "x", "")
                .array(parameters, "", "p", "")
                .array(symbols(used), "", "work", "");
        List<MethodBody.Result> results = IntStream.range(0, starts.size())
                .mapToObj(i -> new MethodBody.Result(
                        "out[" + i + "] =", StableForms.instance().of(starts.get(i))))
                .toList();
        return SourceText.method("adjoints", """
                        The gradient of a loss by the state at the start of one trajectory, without solving an adjoint equation.

                        @param aEnd gradient of the loss by xEnd
                        @param out receives the gradient by x
                        @param work at least\s""" + used.size() + " numbers of workspace", void.class)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double.class, "tEnd")
                .addParameter(double[].class, "xEnd")
                .addParameter(double[].class, "aEnd")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addParameter(double[].class, "work")
                .addStatement("ofAdjoints(tEnd, xEnd, aEnd, 0, p, work, 0)")
                .addCode(arguments.body(results))
                .build();
    }

    /** The parts of laws with the adjoints of the states, one after the other from an index on. */
    private MethodSpec parts(String name, List<Integer> used) {
        List<IExpr> values = used.stream()
                .map(k -> StableForms.instance().of(laws.parts().get(k)))
                .toList();
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "a")
                .addParameter(int.class, "at")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addParameter(int.class, "to")
                .addCode(LoopCode.applies(request, values) ? loops(values) : writtenOut(values))
                .build();
    }

    private CodeBlock loops(List<IExpr> values) {
        LoopCode code = new LoopCode()
                .scalar(request.system().independent(), "t")
                .array(states, "x", "at")
                .array(dual, "a", "at")
                .array(parameters, "p", "")
                .out("to");
        return code.filled(code.results(values), 0, values.size());
    }

    private CodeBlock writtenOut(List<IExpr> values) {
        Arguments arguments = new Arguments()
                .scalar(request.system().independent(), "t")
                .array(states, "", "x", "at")
                .array(dual, "", "a", "at")
                .array(parameters, "", "p", "");
        List<MethodBody.Result> results = new ArrayList<>();
        for (IExpr value : values) {
            String target = results.isEmpty() ? "out[to] =" : "out[to + " + results.size() + "] =";
            results.add(new MethodBody.Result(target, value));
        }
        return arguments.body(results);
    }
}
