package dev.prolong.codegen;

import dev.prolong.equation.RuleExpressions;
import dev.prolong.syntax.OdeParser;
import dev.prolong.syntax.RuleFiles;
import dev.prolong.syntax.RuleRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/**
 * The rows of {@code rules/identities}.
 *
 * @param functions that generated code computes by a method of its own, by name
 * @param identities in the order in which they are tried
 * @param arrays how functions are computed from others where a target for arrays lacks them, by name
 */
record IdentityLibrary(
        Map<String, ComputedFunction> functions, List<Identity> identities, Map<String, ArrayForm> arrays) {
    private static final String COMPUTED = "computed";
    private static final String ARRAY = "array";

    /** A row {@code array}: the value of a function, in functions that are kept finite where a piece is not taken. */
    record ArrayForm(String name, List<ISymbol> variables, IExpr value) {
        ArrayForm {
            variables = List.copyOf(variables);
        }
    }

    static IdentityLibrary standard() {
        return Standard.LIBRARY;
    }

    /** Read when first used. */
    private static final class Standard {
        private static final IdentityLibrary LIBRARY = read();
    }

    private static IdentityLibrary read() {
        List<RuleRow> rows = RuleFiles.standard("identities").stream()
                .flatMap(file -> OdeParser.parseRules(file).stream())
                .toList();
        List<String> names = rows.stream()
                .filter(row -> isOfKind(row, COMPUTED))
                .map(RuleRow::name)
                .toList();
        Map<String, ComputedFunction> functions = new LinkedHashMap<>();
        List<Identity> identities = new ArrayList<>();
        Map<String, ArrayForm> arrays = new LinkedHashMap<>();
        for (RuleRow row : rows) {
            RuleExpressions values = new RuleExpressions(row, names);
            List<ISymbol> variables = values.variables();
            if (isOfKind(row, ARRAY)) {
                IExpr value = values.values("value").get(0);
                arrays.put(row.name(), new ArrayForm(row.name(), variables, value));
            } else if (isOfKind(row, COMPUTED)) {
                IExpr formula = values.values("formula").get(0);
                functions.put(
                        row.name(),
                        new ComputedFunction(
                                row.name(),
                                variables,
                                formula,
                                values.values("derivative"),
                                row.property("given").isPresent() ? values.values("given") : List.copyOf(variables)));
            } else {
                IExpr printed = values.values("printed").get(0);
                identities.add(new Identity(
                        row.name(),
                        variables,
                        printed,
                        values.values("computed").get(0)));
            }
        }
        return new IdentityLibrary(functions, identities, arrays);
    }

    private static boolean isOfKind(RuleRow row, String kind) {
        return row.kind().text().equals(kind);
    }
}
