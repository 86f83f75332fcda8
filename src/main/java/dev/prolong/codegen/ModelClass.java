package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes the class of the model itself: right side, Jacobians, adjoint right side, one step of a solver. */
final class ModelClass {
    private static final String RIGHT_SIDE = "The right side: {@code out[i]} is the velocity of {@code x[i]}.";

    private final CodeRequest request;
    private final Integrands integrands;
    private final List<ISymbol> adjoints;

    ModelClass(CodeRequest request) {
        this.request = request;
        this.integrands = new Integrands(StableForms.instance()::of);
        this.adjoints = request.coordinates().stream()
                .map(s -> Expr.symbol(s.getSymbolName() + " adjoint"))
                .toList();
    }

    String source(ClassName name) {
        List<IExpr> f = ModelFormulas.rightSide(request, StableForms.instance());
        return LoopCode.applies(request, f) ? withLoops(name, f) : writtenOut(name);
    }

    /** Every component by itself. */
    String writtenOut(ClassName name) {
        ModelFormulas formulas = ModelFormulas.of(request, StableForms.instance());
        int n = request.coordinates().size();
        int m = request.system().parameters().size();
        TypeSpec.Builder type = SourceText.type(name, HeaderComment.ofModel(request))
                .addMethod(method("rightSide", RIGHT_SIDE)
                        .addCode(body(formulas.rightSide(), false))
                        .build())
                .addMethod(method("jacobian", jacobianOf("states", n))
                        .addCode(body(flat(formulas.byStates()), false))
                        .build())
                .addMethod(method("parameterJacobian", jacobianOf("parameters", m))
                        .addCode(body(flat(formulas.byParameters()), false))
                        .build())
                .addMethod(adjoint(formulas));
        integrands.methods().forEach(i -> type.addMethod(SourceText.integrand(i)));
        return SourceText.of(name, type);
    }

    /** The same methods with loops over the components of vectors and matrices. */
    private String withLoops(ClassName name, List<IExpr> rightSide) {
        int n = request.coordinates().size();
        int m = request.system().parameters().size();
        LoopCode loops = LoopCode.of(request, "");
        loops.array(adjoints, "a", "");
        List<LoopStatement> f = loops.results(rightSide);
        IExpr product = Expr.negate(loops.weighted(f, "a"));
        return SourceText.of(
                name,
                SourceText.type(name, HeaderComment.ofModel(request))
                        .addMethod(method("rightSide", RIGHT_SIDE)
                                .addCode(loops.filled(f, 0, n))
                                .build())
                        .addMethod(method("jacobian", jacobianOf("states", n))
                                .addCode(loops.filled(loops.jacobian(f, "x", n), 0, n * n))
                                .build())
                        .addMethod(method("parameterJacobian", jacobianOf("parameters", m))
                                .addCode(loops.filled(loops.jacobian(f, "p", m), 0, n * m))
                                .build())
                        .addMethod(adjoint(loops.filled(loops.gradient(product, Map.of("x", 0, "p", n)), 0, n + m))));
    }

    private static String jacobianOf(String what, int columns) {
        return "The derivatives of the right side by the " + what + ": row i, column j at index " + columns + " i + j.";
    }

    private MethodSpec adjoint(ModelFormulas formulas) {
        List<IExpr> out = new ArrayList<>();
        for (int j = 0; j < request.coordinates().size(); j++) {
            out.add(product(column(formulas.byStates(), j)));
        }
        for (int j = 0; j < request.system().parameters().size(); j++) {
            out.add(product(column(formulas.byParameters(), j)));
        }
        return adjoint(body(out, true));
    }

    private static MethodSpec adjoint(CodeBlock body) {
        return SourceText.method(
                        "adjointRightSide",
                        "The velocity of the adjoints a of the states, then of those of the parameters: minus the transposed\n"
                                + "Jacobians times a.",
                        void.class)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "a")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addCode(body)
                .build();
    }

    private IExpr product(List<IExpr> column) {
        return Expr.plus(IntStream.range(0, column.size())
                .mapToObj(i -> Expr.negate(Expr.times(adjoints.get(i), column.get(i))))
                .toList());
    }

    private static List<IExpr> column(List<List<IExpr>> rows, int j) {
        return rows.stream().map(r -> r.get(j)).toList();
    }

    private static List<IExpr> flat(List<List<IExpr>> rows) {
        return rows.stream().flatMap(List::stream).toList();
    }

    private CodeBlock body(List<IExpr> values, boolean withAdjoints) {
        Arguments arguments = Arguments.of(request);
        if (withAdjoints) {
            arguments.array(adjoints, "Adjoint", "a", "");
        }
        List<MethodBody.Result> results = IntStream.range(0, values.size())
                .mapToObj(i -> new MethodBody.Result("out[" + i + "] =", integrands.called(values.get(i))))
                .toList();
        return results.isEmpty() ? CodeBlock.of("") : arguments.body(results);
    }

    private static MethodSpec.Builder method(String name, String comment) {
        return SourceText.method(name, comment, void.class)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out");
    }
}
