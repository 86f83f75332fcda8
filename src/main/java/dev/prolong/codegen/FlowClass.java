package dev.prolong.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.prolong.algebra.Expr;
import dev.prolong.group.GroupAction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Writes the class of one-parameter groups that map solutions to solutions. */
final class FlowClass {
    private final CodeRequest request;
    private final Map<Integer, GroupAction> actions;
    private final Integrands integrands;

    /** @param actions by the numbers of their generators */
    FlowClass(CodeRequest request, Map<Integer, GroupAction> actions) {
        this.request = request;
        this.actions = new TreeMap<>(actions);
        this.integrands = new Integrands(StableForms.instance()::of);
    }

    /** Whether the images of an action can be computed: closed forms in the coordinates, the parameters and the group parameter. */
    static boolean isComputable(CodeRequest request, GroupAction action) {
        return action.exact()
                && request.system().isFirstOrder()
                && parameters(request, action).size() <= 1
                && action.images().stream()
                        .allMatch(e -> Expr.subtrees(e, Expr::isArbitrary).isEmpty())
                && action.generator().coordinates().stream()
                        .allMatch(s -> s.equals(request.system().independent())
                                || request.system().states().contains(s));
    }

    /** What the images depend on besides the coordinates and parameters of the system: the group parameter. */
    private static Set<ISymbol> parameters(CodeRequest request, GroupAction action) {
        Set<ISymbol> free = new LinkedHashSet<>();
        action.images().forEach(e -> free.addAll(Expr.symbols(e)));
        free.remove(request.system().independent());
        request.coordinates().forEach(free::remove);
        request.system().parameters().forEach(free::remove);
        return free;
    }

    String source(ClassName name) {
        TypeSpec.Builder type = SourceText.type(name, HeaderComment.ofFlows(request, actions));
        actions.forEach((number, action) -> type.addMethod(transform(number, action)));
        integrands.methods().forEach(i -> type.addMethod(SourceText.integrand(i)));
        return SourceText.of(name, type);
    }

    private MethodSpec transform(int number, GroupAction action) {
        List<IExpr> images =
                action.images().stream().map(StableForms.instance()::of).toList();
        CodeBlock body = LoopCode.applies(request, images) ? withLoops(action, images) : writtenOut(action, images);
        return SourceText.method(
                        "transformX" + number,
                        "The image of (t, x) under the flow of X" + number
                                + " for the time eps: {@code out} is the new t, then the new x.",
                        void.class)
                .addParameter(double.class, "eps")
                .addParameter(double.class, "t")
                .addParameter(double[].class, "x")
                .addParameter(double[].class, "p")
                .addParameter(double[].class, "out")
                .addCode(body)
                .build();
    }

    private CodeBlock withLoops(GroupAction action, List<IExpr> images) {
        LoopCode loops = LoopCode.of(request, "");
        parameters(request, action).forEach(eps -> loops.scalar(eps, "eps"));
        return loops.filled(loops.results(images), 0, images.size());
    }

    private CodeBlock writtenOut(GroupAction action, List<IExpr> images) {
        Arguments arguments = Arguments.of(request);
        parameters(request, action).forEach(eps -> arguments.scalar(eps, "eps"));
        return arguments.body(IntStream.range(0, images.size())
                .mapToObj(i -> new MethodBody.Result("out[" + i + "] =", integrands.called(images.get(i))))
                .toList());
    }
}
