package dev.prolong.symmetry;

import dev.prolong.algebra.Expr;
import dev.prolong.algebra.field.DifferentialField;
import dev.prolong.algebra.field.FieldElement;
import java.util.List;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Brackets of vector fields in a differential field, where zero is decided. */
final class ExactBrackets {
    private final DifferentialField k;
    private final List<ISymbol> coordinates;
    private final List<List<FieldElement>> basis;

    ExactBrackets(DifferentialField k, List<ISymbol> coordinates, List<List<FieldElement>> basis) {
        this.k = k;
        this.coordinates = coordinates;
        this.basis = basis;
    }

    /** Whether {@code [X_i, X_j] = Σ c_m X_m}. */
    boolean isBracket(int i, int j, List<IExpr> c) {
        for (int a = 0; a < coordinates.size(); a++) {
            FieldElement difference = k.subtract(
                    along(i, basis.get(j).get(a)), along(j, basis.get(i).get(a)));
            for (int m = 0; m < basis.size(); m++) {
                if (!c.get(m).equals(Expr.ZERO) && !basis.get(m).get(a).isZero()) {
                    difference = k.subtract(
                            difference,
                            k.multiply(k.element(c.get(m)), basis.get(m).get(a)));
                }
            }
            if (!difference.isZero()) {
                return false;
            }
        }
        return true;
    }

    /** {@code X_i(e)}. */
    private FieldElement along(int i, FieldElement e) {
        FieldElement sum = k.integer(0);
        if (e.isZero()) {
            return sum;
        }
        for (int d = 0; d < coordinates.size(); d++) {
            FieldElement component = basis.get(i).get(d);
            if (!component.isZero()) {
                sum = k.add(sum, k.multiply(component, k.derivative(e, coordinates.get(d))));
            }
        }
        return sum;
    }
}
