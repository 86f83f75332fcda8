package dev.prolong.determining;

import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import dev.prolong.algebra.Polynomials;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import dev.prolong.determining.LinearEquation.UnknownDerivative;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * Splits a determining equation: it holds identically in every coordinate on which none of its unknowns depends, so the coefficients of
 * linearly independent functions of those coordinates vanish one by one.
 *
 * <p>Source: Bluman and Anco, Symmetry and Integration Methods for Differential Equations, section 3.2.
 */
final class Splitting {
    private Splitting() {}

    /** The coordinates, among those given, on which no unknown of the equation depends but some coefficient does. */
    static Set<ISymbol> freeCoordinates(
            LinearEquation e, List<UnknownFunction> unknowns, Collection<ISymbol> coordinates) {
        Set<ISymbol> out = new LinkedHashSet<>(coordinates);
        e.terms().keySet().forEach(d -> unknowns.get(d.unknown()).arguments().forEach(out::remove));
        out.removeIf(s -> e.terms().values().stream().allMatch(c -> Expr.isFreeOf(c, s)));
        return out;
    }

    /**
     * One equation of those into which another falls apart.
     *
     * @param of the monomial whose coefficient it is, where it is that of one
     */
    record Part(LinearEquation equation, Optional<IExpr> of) {}

    static List<Part> split(
            LinearEquation e,
            List<UnknownFunction> unknowns,
            Collection<ISymbol> coordinates,
            Collection<Assumption> assumptions) {
        Set<ISymbol> free = freeCoordinates(e, unknowns, coordinates);
        if (free.isEmpty()) {
            return List.of(new Part(e.primitive(), Optional.of(Expr.ONE)));
        }
        List<UnknownDerivative> names = new ArrayList<>(e.terms().keySet());
        List<List<IExpr>> rows = new ArrayList<>();
        List<Optional<IExpr>> functions = new ArrayList<>();
        Optional<Map<IExpr, List<IExpr>>> polynomial =
                Polynomials.split(new ArrayList<>(e.terms().values()), free);
        if (polynomial.isPresent()) {
            polynomial.get().forEach((monomial, row) -> {
                rows.add(row);
                functions.add(Optional.of(monomial));
            });
        } else {
            DifferentialField field = DifferentialField.of(e.terms().values(), free, assumptions);
            List<FieldElement> coefficients =
                    e.terms().values().stream().map(field::element).toList();
            for (List<FieldElement> row : field.split(coefficients)) {
                rows.add(row.stream().map(field::tree).toList());
                functions.add(Optional.empty());
            }
        }
        List<Part> out = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<IExpr> row = rows.get(r);
            Optional<IExpr> function = functions.get(r);
            Map<UnknownDerivative, IExpr> terms = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).equals(Expr.ZERO)) {
                    terms.put(names.get(i), row.get(i));
                }
            }
            for (Part inner : split(new LinearEquation(terms), unknowns, coordinates, assumptions)) {
                out.add(new Part(
                        inner.equation(), function.flatMap(f -> inner.of().map(g -> Expr.times(f, g)))));
            }
        }
        return out;
    }
}
