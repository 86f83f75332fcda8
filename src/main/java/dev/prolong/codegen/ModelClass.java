package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes the class of the model itself: right side, Jacobians, adjoint right side, one step of a solver. */
final class ModelClass {
    private final CodeRequest request;
    private final ModelFormulas formulas;
    private final Integrands integrands;
    private final List<ISymbol> adjoints;

    ModelClass(CodeRequest request) {
        this.request = request;
        StableForms stable = StableForms.instance();
        this.integrands = new Integrands(stable::of);
        this.formulas = ModelFormulas.of(request, stable);
        this.adjoints = request.coordinates().stream()
                .map(s -> Expr.symbol(s.getSymbolName() + " adjoint"))
                .toList();
    }

    String source(ClassName name) {
        int n = request.coordinates().size();
        int m = request.system().parameters().size();
        TypeSpec.Builder type = SourceText.type(name, HeaderComment.ofModel(request))
                .addMethod(method("rightSide", "The right side: {@code out[i]} is the velocity of {@code x[i]}.")
                        .addCode(body(formulas.rightSide(), false))
                        .build())
                .addMethod(method(
                                "jacobian",
                                "The derivatives of the right side by the states: row i, column j at index " + n
                                        + " i + j.")
                        .addCode(body(flat(formulas.byStates()), false))
                        .build())
                .addMethod(method(
                                "parameterJacobian",
                                "The derivatives of the right side by the parameters: row i, column j at index " + m
                                        + " i + j.")
                        .addCode(body(flat(formulas.byParameters()), false))
                        .build())
                .addMethod(adjoint());
        integrands.methods().forEach(i -> type.addMethod(SourceText.integrand(i)));
        return SourceText.of(name, type);
    }

    private MethodSpec adjoint() {
        List<IExpr> out = new ArrayList<>();
        for (int j = 0; j < request.coordinates().size(); j++) {
            out.add(product(column(formulas.byStates(), j)));
        }
        for (int j = 0; j < request.system().parameters().size(); j++) {
            out.add(product(column(formulas.byParameters(), j)));
        }
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
                .addCode(body(out, true))
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

    private com.palantir.javapoet.CodeBlock body(List<IExpr> values, boolean withAdjoints) {
        Arguments arguments = Arguments.of(request);
        if (withAdjoints) {
            arguments.array(adjoints, "Adjoint", "a", "");
        }
        List<MethodBody.Result> results = IntStream.range(0, values.size())
                .mapToObj(i -> new MethodBody.Result("out[" + i + "] =", integrands.called(values.get(i))))
                .toList();
        return results.isEmpty() ? com.palantir.javapoet.CodeBlock.of("") : arguments.body(results);
    }

    private static MethodSpec.Builder method(String name, String comment) {
        return SourceText.method(name, comment, void.class)
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out");
    }
}
