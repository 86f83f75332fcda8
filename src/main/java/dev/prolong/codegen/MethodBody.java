package dev.prolong.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.prolong.algebra.Expr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;

/** The statements that compute some results: shared terms first, branches where results have pieces. */
final class MethodBody {
    /** Pieces nested deeper than this are written as conditional expressions. */
    private static final int DEEPEST = 6;

    /** A result and where it goes: {@code return} or {@code out[0] =}. */
    record Result(String target, IExpr value) {}

    private final CodeBlock.Builder code = CodeBlock.builder();

    private final Set<IExpr> turns;

    private MethodBody(Set<IExpr> turns) {
        this.turns = turns;
    }

    /**
     * @param names identifiers of the symbols
     * @param results in the order of their statements; only the last may be a {@code return}
     */
    static CodeBlock of(List<Result> results, Map<IExpr, String> names, JavaNames fresh) {
        MethodBody body = new MethodBody(
                JavaExpression.turns(results.stream().map(Result::value).toList()));
        body.write(results, new LinkedHashMap<>(names), fresh, 0);
        return body.code.build();
    }

    private void write(List<Result> results, Map<IExpr, String> names, JavaNames fresh, int depth) {
        List<IExpr> values = results.stream().map(Result::value).toList();
        Optional<IExpr> condition = depth < DEEPEST ? Branching.condition(values) : Optional.empty();
        if (condition.isEmpty()) {
            SharedFactors factors = new SharedFactors();
            List<IExpr> shared = factors.of(values);
            declare(new SharedTerms(names, fresh, factors.definitions()).of(shared), names);
            JavaExpression expression = new JavaExpression(names, turns);
            for (int i = 0; i < results.size(); i++) {
                statement(results.get(i).target() + " " + expression.of(shared.get(i)));
            }
            return;
        }
        declareTermsOf(condition.get(), names, fresh);
        begin(condition.get(), names);
        write(given(results, condition.get(), true), new LinkedHashMap<>(names), fresh.copy(), depth + 1);
        boolean returns = results.get(results.size() - 1).target().equals("return");
        if (returns) {
            code.endControlFlow();
            write(given(results, condition.get(), false), names, fresh, depth + 1);
        } else {
            code.nextControlFlow("else");
            write(given(results, condition.get(), false), new LinkedHashMap<>(names), fresh.copy(), depth + 1);
            code.endControlFlow();
        }
    }

    private static List<Result> given(List<Result> results, IExpr condition, boolean holds) {
        return results.stream()
                .map(r -> new Result(r.target(), Branching.given(r.value(), condition, holds)))
                .toList();
    }

    /** The compound sides of a comparison get names: the branches need them again. */
    private void declareTermsOf(IExpr condition, Map<IExpr, String> names, JavaNames fresh) {
        List<IExpr> sides = Shape.operands(condition).stream()
                .filter(e -> Expr.isSum(e) || e instanceof IAST && !Expr.isProduct(e) && !Expr.isPower(e))
                .map(Shape::magnitude)
                .toList();
        List<IExpr> twice =
                java.util.stream.Stream.concat(sides.stream(), sides.stream()).toList();
        declare(new SharedTerms(names, fresh).of(twice), names);
    }

    private void declare(List<SharedTerms.Local> locals, Map<IExpr, String> names) {
        code.add(declared(locals, names, turns));
    }

    /** Declarations of locals whose names are already known by their trees. */
    static CodeBlock declared(List<SharedTerms.Local> locals, Map<IExpr, String> names) {
        return declared(locals, names, Set.of());
    }

    private static CodeBlock declared(List<SharedTerms.Local> locals, Map<IExpr, String> names, Set<IExpr> turns) {
        CodeBlock.Builder code = CodeBlock.builder();
        // A term may use the names before its own, not those after.
        Map<IExpr, String> known = new LinkedHashMap<>(names);
        locals.forEach(l -> known.values().remove(l.name()));
        for (SharedTerms.Local local : locals) {
            code.addStatement(
                    breakable("double " + local.name() + " = " + new JavaExpression(known, turns).of(local.value())));
            names.forEach((tree, name) -> {
                if (name.equals(local.name())) {
                    known.put(tree, name);
                }
            });
        }
        return code.build();
    }

    private void statement(String text) {
        code.addStatement(breakable(text));
    }

    private void begin(IExpr condition, Map<IExpr, String> names) {
        code.beginControlFlow(breakable("if (" + new JavaExpression(names, turns).of(condition) + ")"));
    }

    /** JavaPoet's format of a text that may be broken before operators and after commas. */
    static String breakable(String text) {
        return text.replace("$", "$$")
                .replaceAll(" (\\+|-|\\*|/|&&|\\|\\||\\?|:) ", "\\$W$1 ")
                .replace(", ", ",$W");
    }
}
