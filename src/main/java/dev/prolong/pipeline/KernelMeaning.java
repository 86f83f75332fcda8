package dev.prolong.pipeline;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.LinearSolution;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;

/** What a component of a solution of a linear system is, in words. */
final class KernelMeaning {
    private KernelMeaning() {}

    static String of(IExpr kernel) {
        IExpr s = LinearSolution.argument(kernel);
        List<List<IExpr>> m = LinearSolution.matrix(kernel, s);
        return "component " + (LinearSolution.index(kernel) + 1) + " of a solution of v' = M v, M = "
                + m.stream()
                        .map(row -> row.stream().map(InputForm::of).toList().toString())
                        .toList()
                + " in " + InputForm.of(s)
                + (Expr.isSum(s) || Expr.isProduct(s) ? " as variable" : "");
    }
}
