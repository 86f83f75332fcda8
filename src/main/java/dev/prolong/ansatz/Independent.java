package dev.prolong.ansatz;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.linear.RowReduction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Of tuples of functions those that are no combination, with constant coefficients, of those before. */
final class Independent {
    private Independent() {}

    static List<List<IExpr>> of(List<List<IExpr>> tuples, List<ISymbol> coordinates, List<Assumption> assumptions) {
        if (tuples.isEmpty()) {
            return tuples;
        }
        List<IExpr> all = tuples.stream().flatMap(List::stream).toList();
        DifferentialField field = DifferentialField.of(all, new LinkedHashSet<>(coordinates), assumptions);
        List<List<FieldElement>> rows = new ArrayList<>();
        for (int c = 0; c < tuples.get(0).size(); c++) {
            int component = c;
            rows.addAll(field.split(
                    tuples.stream().map(t -> field.element(t.get(component))).toList()));
        }
        return RowReduction.of(field, rows).pivots().stream().map(tuples::get).toList();
    }
}
