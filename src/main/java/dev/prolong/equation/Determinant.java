package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;

/** The determinant of a small square matrix by Laplace's expansion along the rows, each minor computed once. */
final class Determinant {

    private final List<List<IExpr>> matrix;
    private final Map<Integer, IExpr> minors = new HashMap<>();

    Determinant(List<List<IExpr>> matrix) {
        this.matrix = matrix;
    }

    /** The matrix with another column. */
    static List<List<IExpr>> replaceColumn(List<List<IExpr>> matrix, int column, List<IExpr> values) {
        List<List<IExpr>> replaced = new ArrayList<>();
        for (int i = 0; i < matrix.size(); i++) {
            List<IExpr> row = new ArrayList<>(matrix.get(i));
            row.set(column, values.get(i));
            replaced.add(row);
        }
        return replaced;
    }

    IExpr value() {
        return minor(0, (1 << matrix.size()) - 1);
    }

    /** The minor of the rows from {@code row} on and the columns whose bits are set. */
    private IExpr minor(int row, int columns) {
        if (row == matrix.size()) {
            return Expr.ONE;
        }
        IExpr known = minors.get(columns);
        if (known != null) {
            return known;
        }
        List<IExpr> terms = new ArrayList<>();
        boolean negative = false;
        for (int j = 0; j < matrix.size(); j++) {
            if ((columns & (1 << j)) != 0) {
                IExpr entry = matrix.get(row).get(j);
                if (!entry.equals(Expr.ZERO)) {
                    IExpr term = Expr.times(entry, minor(row + 1, columns & ~(1 << j)));
                    terms.add(negative ? Expr.negate(term) : term);
                }
                negative = !negative;
            }
        }
        IExpr value = Expr.plus(terms);
        minors.put(columns, value);
        return value;
    }
}
