package dev.prolong.report;

import dev.prolong.algebra.Differentiation;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.InputForm;
import dev.prolong.algebra.LinearKernel;
import dev.prolong.pipeline.DerivationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The kernels of a result as plain names, as JSON has them. One of an argument that is no coordinate, {@code K1(g(x, y))}, is a function of
 * several coordinates and gets a name of its own.
 */
final class KernelNames {
    private final List<LinearKernel> plain;
    private final Map<IExpr, IExpr> composed = new LinkedHashMap<>();
    private final Set<String> direct = new LinkedHashSet<>();
    private final List<ISymbol> coordinates;

    private KernelNames(List<LinearKernel> plain, List<ISymbol> coordinates) {
        this.plain = plain;
        this.coordinates = coordinates;
    }

    static KernelNames of(DerivationResult result) {
        List<ISymbol> coordinates = new ArrayList<>(List.of(result.system().independent()));
        coordinates.addAll(result.system().states());
        KernelNames out = new KernelNames(Kernels.of(result), coordinates);
        Set<String> taken = new LinkedHashSet<>();
        out.plain.forEach(k -> taken.add(k.name()));
        for (List<ISymbol> own : List.of(
                coordinates, result.system().parameters(), result.system().functions())) {
            own.forEach(s -> taken.add(InputForm.of(s)));
        }
        int next = 1;
        for (IExpr e : Kernels.expressions(result)) {
            for (IExpr node : Expr.subtrees(e, LinearKernel::isKernel)) {
                LinearKernel kernel = LinearKernel.of(node);
                if (kernel.argument().equals(kernel.variable())) {
                    out.direct.addAll(kernel.names());
                    continue;
                }
                if (out.composed.containsKey(node)) {
                    continue;
                }
                for (int i = 0; i < kernel.names().size(); i++) {
                    while (!taken.add("K" + next)) {
                        next++;
                    }
                    out.composed.put(kernel.at(i).tree(), Expr.symbol("K" + next));
                }
            }
        }
        return out;
    }

    /** The expression with names in place of kernels of other arguments. */
    String text(IExpr e) {
        return InputForm.of(composed.isEmpty() ? e : Expr.substitute(e, composed));
    }

    /** The array {@code kernels}. */
    void write(JsonWriter json) {
        json.array();
        Set<String> elsewhere = new LinkedHashSet<>();
        composed.keySet().forEach(node -> elsewhere.addAll(LinearKernel.of(node).names()));
        elsewhere.removeAll(direct);
        plain.stream().filter(k -> !elsewhere.contains(k.name())).forEach(k -> {
            String last = InputForm.of(k.at(k.names().size() - 1).derivative());
            entry(json, k.name(), Kernels.meaning(k, last), Map.of(k.variable(), k.derivative()));
        });
        composed.forEach((node, name) -> {
            LinearKernel k = LinearKernel.of(node);
            Map<ISymbol, IExpr> derivatives = new LinkedHashMap<>();
            for (ISymbol c : coordinates) {
                IExpr d = Differentiation.derivative(node, c);
                if (!d.equals(Expr.ZERO)) {
                    derivatives.put(c, d);
                }
            }
            Optional<String> special = SpecialFunction.name(k.at(0));
            String function = k.index() == 0 ? "a solution" : "derivative " + k.index() + " of a solution";
            LinearKernel own = new LinearKernel(k.variable(), k.variable(), k.names(), 0, k.coefficients());
            String law = InputForm.of(own.at(k.names().size() - 1).derivative());
            entry(
                    json,
                    InputForm.of(name),
                    special.map(s -> s + ": ").orElse("") + function + " of "
                            + k.names().get(0)
                            + "'".repeat(k.names().size()) + " = " + law + " in " + InputForm.of(k.variable()) + ", at "
                            + InputForm.of(k.argument()),
                    derivatives);
        });
        json.end();
    }

    private void entry(JsonWriter json, String name, String meaning, Map<ISymbol, IExpr> derivatives) {
        json.object();
        json.key("name").value(name);
        json.key("meaning").value(meaning);
        json.key("derivatives").object();
        derivatives.forEach((c, d) -> json.key(InputForm.of(c)).value(text(d)));
        json.end();
        json.end();
    }
}
