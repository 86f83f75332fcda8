package dev.prolong.verification;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.algebra.field.NotSmoothException;
import dev.prolong.algebra.linear.RowReduction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;

/** Linear combinations of equations, with coefficients free of the unknowns, that have as few terms as elimination leaves them. */
final class ReducedEquations {
    private static final int MOST = 60;

    private ReducedEquations() {}

    /** Equations that hold for the same constants. */
    static List<IExpr> of(Collection<IExpr> equations, Set<ISymbol> constants, List<Assumption> assumptions) {
        List<IExpr> all = equations.stream().distinct().toList();
        if (all.size() < 2 || all.size() > MOST) {
            return all;
        }
        try {
            return reduced(all, constants, DifferentialField.of(all, Set.of(), assumptions));
        } catch (NotSmoothException | ArithmeticException outside) {
            return all;
        }
    }

    private static List<IExpr> reduced(List<IExpr> all, Set<ISymbol> constants, DifferentialField field) {
        List<Map<IExpr, FieldElement>> rows = new ArrayList<>();
        Set<IExpr> monomials = new LinkedHashSet<>();
        for (IExpr e : all) {
            Map<IExpr, FieldElement> row = new LinkedHashMap<>();
            for (IExpr term : Expr.terms(field.tree(field.numerator(field.element(e))))) {
                List<IExpr> known = new ArrayList<>();
                List<IExpr> unknown = new ArrayList<>();
                Expr.factors(term).forEach(f -> (isKnown(f, constants) ? known : unknown).add(f));
                row.merge(Expr.times(unknown), field.element(Expr.times(known)), field::add);
            }
            monomials.addAll(row.keySet());
            rows.add(row);
        }
        List<IExpr> columns = List.copyOf(monomials);
        List<List<FieldElement>> matrix = rows.stream()
                .map(row -> columns.stream()
                        .map(m -> row.getOrDefault(m, field.integer(0)))
                        .toList())
                .toList();
        return RowReduction.of(field, matrix).rows().stream()
                .map(row -> sum(field, columns, row))
                .toList();
    }

    /** Whether it is a number or a power of a parameter, which is taken as generic. */
    private static boolean isKnown(IExpr factor, Set<ISymbol> constants) {
        IExpr base = Expr.isPower(factor) && Expr.arguments(factor).get(1).isInteger()
                ? Expr.arguments(factor).get(0)
                : factor;
        return base instanceof IRational || base instanceof ISymbol s && !constants.contains(s);
    }

    private static IExpr sum(DifferentialField field, List<IExpr> columns, List<FieldElement> row) {
        List<FieldElement> whole = field.withoutDenominators(row);
        List<IExpr> terms = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            terms.add(Expr.times(field.tree(whole.get(i)), columns.get(i)));
        }
        return Expr.plus(terms);
    }
}
