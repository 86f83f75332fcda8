package dev.prolong.report;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.pipeline.CaseResult;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.report.Document.Block;
import dev.prolong.report.Document.Display;
import dev.prolong.report.Document.Line;
import dev.prolong.report.Document.Paragraph;
import dev.prolong.report.Document.Section;
import dev.prolong.symmetry.Generator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/** The functions that an answer uses and that are known by linear differential equations only, by name. */
final class Kernels {
    private Kernels() {}

    /** Each with those that its derivative names, in the order of their appearance. */
    static List<LinearKernel> of(DerivationResult result) {
        return of(expressions(result));
    }

    /** In which they are looked for: infinitesimals, quantities, solutions. */
    static List<IExpr> expressions(DerivationResult result) {
        List<IExpr> expressions = new ArrayList<>();
        collect(result.overall(), expressions);
        result.cases().forEach(c -> collect(c, expressions));
        return expressions;
    }

    /** The functions that the answer uses and that are known by their equations only; none, no section. */
    static List<Section> section(DerivationResult result, Notation notation) {
        List<LinearKernel> kernels = of(result);
        if (kernels.isEmpty()) {
            return List.of();
        }
        List<Line> laws = kernels.stream()
                .map(k -> new Line(notation.tree(k.tree()) + "'", notation.tree(k.derivative())))
                .toList();
        List<String> variables = kernels.stream()
                .map(k -> notation.name(k.variable()))
                .distinct()
                .toList();
        Prose words = Prose.words("The answer uses functions of ").list(variables);
        words.then(" for which no elementary form was found. They are any solutions of these linear equations:");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(words));
        blocks.add(new Display(laws));
        for (LinearKernel k : kernels) {
            if (k.index() == 0) {
                SpecialFunction.name(k)
                        .ifPresent(n -> blocks.add(new Paragraph(
                                Prose.words("").math(notation.tree(k.tree())).then(": " + n + "."))));
            }
        }
        return List.of(new Section(1, Prose.words("Functions in the answer"), blocks));
    }

    static List<LinearKernel> of(List<IExpr> expressions) {
        Map<String, LinearKernel> out = new LinkedHashMap<>();
        Deque<IExpr> open = new ArrayDeque<>(expressions);
        while (!open.isEmpty()) {
            for (IExpr k : Expr.subtrees(open.poll(), LinearKernel::isKernel)) {
                LinearKernel kernel = LinearKernel.of(k);
                LinearKernel own = new LinearKernel(
                        kernel.variable(), kernel.variable(), kernel.names(), 0, kernel.coefficients());
                if (!out.containsKey(own.name())) {
                    for (int i = 0; i < own.names().size(); i++) {
                        out.put(own.at(i).name(), own.at(i));
                    }
                    own.coefficients().forEach(open::add);
                }
            }
        }
        return List.copyOf(out.values());
    }

    private static void collect(CaseResult result, List<IExpr> into) {
        for (Generator x : result.algebra().basis()) {
            into.addAll(x.infinitesimals());
        }
        result.conserved().forEach(q -> into.add(q.claim().expression()));
        into.addAll(result.solution());
    }

    /** What the function is, in words. */
    static String meaning(LinearKernel kernel, String derivativeOfLast) {
        if (kernel.index() > 0) {
            return "derivative " + kernel.index() + " of " + kernel.names().get(0);
        }
        String name = SpecialFunction.name(kernel).map(n -> n + ": ").orElse("");
        String last = kernel.names().get(0) + "'".repeat(kernel.names().size());
        return name + "any solution of " + last + " = " + derivativeOfLast;
    }
}
