package dev.prolong.equation;

import dev.prolong.source.Diagnostic;
import dev.prolong.source.DiagnosticKind;
import dev.prolong.syntax.Expression;
import dev.prolong.syntax.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A known activation σ, a row of {@code rules/activations}.
 *
 * @param names its name and its aliases
 * @param variable the {@code x} of {@code σ(x)}
 * @param parameters further variables
 * @param defaults values of the last parameters, for where they are left out
 * @param sigma {@code σ(x)}
 * @param row the row, for what else it states
 */
public record ActivationRule(
        List<String> names,
        ISymbol variable,
        List<ISymbol> parameters,
        List<IExpr> defaults,
        IExpr sigma,
        RuleRow row) {

    /** What {@code inverse} and {@code equilibria} may use besides the variables: the value {@code y = S(x)}, any integer {@code n}. */
    private static final List<String> AUXILIARY = List.of("y", "n");

    private static final String BODY = "sigma";

    public ActivationRule {
        names = List.copyOf(names);
        parameters = List.copyOf(parameters);
        defaults = List.copyOf(defaults);
    }

    /**
     * The rule of a row.
     *
     * @throws dev.prolong.source.DiagnosticException if the row does not state {@code sigma}, or states it wrongly
     */
    static ActivationRule of(RuleRow row, ActivationLibrary library) {
        Expression body = row.property(BODY)
                .orElseThrow(() -> Diagnostic.of(DiagnosticKind.RULE_MISSING_PROPERTY, row.source(), row.span(), BODY)
                        .asException())
                .get(0);
        RowTranslation translation = new RowTranslation(row, List.of(), library);
        List<ISymbol> variables = RowTranslation.variables(row);
        List<Expression> defaults =
                row.variables().stream().flatMap(v -> v.defaults().stream()).toList();
        return new ActivationRule(
                row.names().stream().map(Expression.Name::text).toList(),
                variables.get(0),
                variables.subList(1, variables.size()),
                translation.values(defaults),
                translation.value(body),
                row);
    }

    /** Its first name. */
    public String name() {
        return names.get(0);
    }

    /** The parameters without a default. */
    public List<ISymbol> openParameters() {
        return parameters.subList(0, parameters.size() - defaults.size());
    }

    /** σ at an argument, the parameters at their defaults; those without a default stay symbols. */
    public IExpr at(IExpr argument) {
        List<IExpr> arguments = new ArrayList<>(List.of(argument));
        arguments.addAll(openParameters());
        return lambda().at(arguments);
    }

    /** The values of a property that the row states, as trees in {@code variable}, {@code parameters}, {@code y} and {@code n}. */
    public Optional<List<IExpr>> property(String property) {
        RowTranslation translation = new RowTranslation(row, AUXILIARY, ActivationLibrary.standard());
        return row.property(property).map(translation::values);
    }

    Lambda lambda() {
        List<ISymbol> variables = new ArrayList<>(List.of(variable));
        variables.addAll(parameters);
        return new Lambda(variables, defaults, sigma);
    }
}
