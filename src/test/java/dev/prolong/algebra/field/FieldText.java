package dev.prolong.algebra.field;

import dev.prolong.Read;
import dev.prolong.algebra.Assumption;
import dev.prolong.algebra.Expr;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** A field in the coordinates x and y, all other symbols constant and k positive; its elements from text. */
final class FieldText {
    private static final Set<ISymbol> COORDINATES = new LinkedHashSet<>(List.of(Expr.symbol("x"), Expr.symbol("y")));

    private final DifferentialField field;

    /** The field of these expressions. */
    FieldText(String... expressions) {
        List<IExpr> trees = Arrays.stream(expressions).map(Read::expression).toList();
        IExpr k = Expr.symbol("k");
        this.field = DifferentialField.of(trees, COORDINATES, List.of(new Assumption(k, Assumption.Relation.POSITIVE)));
    }

    DifferentialField field() {
        return field;
    }

    FieldElement element(String text) {
        return field.element(Read.expression(text));
    }

    List<FieldElement> elements(String... texts) {
        return Arrays.stream(texts).map(this::element).toList();
    }
}
