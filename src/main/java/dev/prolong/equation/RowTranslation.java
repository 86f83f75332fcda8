package dev.prolong.equation;

import dev.prolong.algebra.Expr;
import dev.prolong.source.Diagnostics;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.RuleRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** Turns the expressions of a rule's row into trees. They may use the row's variables and some names that the property fixes. */
final class RowTranslation {

    private final Diagnostics diagnostics;
    private final Translation translation;

    RowTranslation(RuleRow row, Collection<String> auxiliary, ActivationLibrary library) {
        List<String> names = new ArrayList<>(
                row.variables().stream().map(v -> v.name().text()).toList());
        names.addAll(auxiliary);
        this.diagnostics = new Diagnostics(row.source());
        Scope scope = new Scope(diagnostics, "", List.of(), names, false, Set.of());
        this.translation = new Translation(scope, new Functions(List.of(), Map.of(), library));
    }

    /** The tree of an expression or a condition. */
    IExpr value(Expression e) {
        boolean condition = e instanceof Expression.Comparison
                || e instanceof Expression.Conjunction
                || e instanceof Expression.Disjunction;
        IExpr value = condition ? translation.condition(e) : translation.number(e);
        diagnostics.throwIfAny();
        return value;
    }

    List<IExpr> values(List<Expression> expressions) {
        return expressions.stream().map(this::value).toList();
    }

    static List<ISymbol> variables(RuleRow row) {
        return row.variables().stream().map(v -> Expr.symbol(v.name().text())).toList();
    }
}
