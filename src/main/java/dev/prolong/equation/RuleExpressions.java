package dev.prolong.equation;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.RuleRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** The properties of one row of a rule file as trees, for rows whose properties apply functions that the language does not have. */
public final class RuleExpressions {
    private final RuleRow row;
    private final dev.prolong.source.Diagnostics diagnostics;
    private final Translation translation;

    /** @param functions names of such functions; their applications stay as they are */
    public RuleExpressions(RuleRow row, Collection<String> functions) {
        this.row = row;
        List<String> names = row.variables().stream().map(v -> v.name().text()).toList();
        this.diagnostics = new dev.prolong.source.Diagnostics(row.source());
        Scope scope = new Scope(diagnostics, "", List.of(), names, false, Set.of());
        this.translation = new Translation(scope, new Functions(functions, Map.of(), ActivationLibrary.standard()));
    }

    public List<ISymbol> variables() {
        return RowTranslation.variables(row);
    }

    /**
     * The values of a property.
     *
     * @throws dev.prolong.source.DiagnosticException if the row does not state it, or states it wrongly
     */
    public List<IExpr> values(String property) {
        List<Expression> stated = row.property(property)
                .orElseThrow(
                        () -> Diagnostic.of(DiagnosticKind.RULE_MISSING_PROPERTY, row.source(), row.span(), property)
                                .asException());
        List<IExpr> values = stated.stream().map(translation::number).toList();
        diagnostics.throwIfAny();
        return values;
    }
}
