package dev.prolong.symmetry;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.LinearSystem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The structure constants {@code [X_i, X_j] = Σ_k C_ij^k X_k} of a basis. Source: Olver, section 1.4. */
public final class StructureConstants {
    private StructureConstants() {}

    /** The commutator table, each entry as a combination of the names; empty where some bracket is not in the span. */
    public static Optional<List<List<IExpr>>> table(
            List<Generator> basis, List<ISymbol> names, List<Assumption> assumptions) {
        List<List<IExpr>> out = new ArrayList<>();
        for (int i = 0; i < basis.size(); i++) {
            List<IExpr> row = new ArrayList<>();
            for (int j = 0; j < basis.size(); j++) {
                if (j < i) {
                    row.add(Expr.negate(out.get(j).get(i)));
                    continue;
                }
                Optional<IExpr> entry = i == j
                        ? Optional.of(Expr.ZERO)
                        : combination(LieBracket.of(basis.get(i), basis.get(j)), basis, names, assumptions);
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                row.add(entry.get());
            }
            out.add(row);
        }
        return Optional.of(out);
    }

    private static Optional<IExpr> combination(
            Generator bracket, List<Generator> basis, List<ISymbol> names, List<Assumption> assumptions) {
        List<IExpr> all = new ArrayList<>(bracket.infinitesimals());
        basis.forEach(x -> all.addAll(x.infinitesimals()));
        try {
            Set<ISymbol> coordinates = new LinkedHashSet<>(bracket.coordinates());
            DifferentialField field = DifferentialField.of(all, coordinates, assumptions);
            List<List<FieldElement>> rows = new ArrayList<>();
            for (int c = 0; c < bracket.coordinates().size(); c++) {
                List<FieldElement> row = new ArrayList<>();
                for (Generator x : basis) {
                    row.add(field.element(x.infinitesimals().get(c)));
                }
                row.add(field.element(bracket.infinitesimals().get(c)));
                rows.addAll(field.split(row));
            }
            return LinearSystem.solve(field, rows, basis.size()).map(solution -> {
                List<IExpr> terms = new ArrayList<>();
                for (int k = 0; k < basis.size(); k++) {
                    terms.add(Expr.times(field.tree(solution.get(k)), names.get(k)));
                }
                return Expr.plus(terms);
            });
        } catch (NotSmoothException outside) {
            return Optional.empty();
        }
    }
}
