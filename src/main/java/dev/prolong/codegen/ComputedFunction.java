package dev.prolong.codegen;

import dev.prolong.algebra.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * A function that generated code computes by a method of {@link SupportLibrary}, a row {@code computed} of {@code rules/identities}.
 *
 * @param formula what it is, in the language
 * @param derivatives by each of the variables
 * @param given what the arguments are, where they depend on each other; else the variables
 */
record ComputedFunction(
        String name, List<ISymbol> variables, IExpr formula, List<IExpr> derivatives, List<IExpr> given) {
    ComputedFunction {
        variables = List.copyOf(variables);
        derivatives = List.copyOf(derivatives);
        given = List.copyOf(given);
        if (derivatives.size() != variables.size()) {
            throw new IllegalArgumentException("as many derivatives as variables: " + name);
        }
    }

    IExpr formulaAt(List<IExpr> arguments) {
        return at(formula, arguments);
    }

    IExpr derivativeAt(int variable, List<IExpr> arguments) {
        return at(derivatives.get(variable), arguments);
    }

    private IExpr at(IExpr e, List<IExpr> arguments) {
        Map<ISymbol, IExpr> values = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            values.put(variables.get(i), arguments.get(i));
        }
        return Expr.substitute(e, values);
    }
}
