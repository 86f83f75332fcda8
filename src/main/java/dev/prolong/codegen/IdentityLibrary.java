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

/** The rows of {@code rules/identities}. */
record IdentityLibrary(Map<String, ComputedFunction> functions, List<Identity> identities) {
    private static final String COMPUTED = "computed";

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
                .filter(IdentityLibrary::isFunction)
                .map(RuleRow::name)
                .toList();
        Map<String, ComputedFunction> functions = new LinkedHashMap<>();
        List<Identity> identities = new ArrayList<>();
        for (RuleRow row : rows) {
            RuleExpressions values = new RuleExpressions(row, names);
            List<ISymbol> variables = values.variables();
            if (isFunction(row)) {
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
        return new IdentityLibrary(functions, identities);
    }

    private static boolean isFunction(RuleRow row) {
        return row.kind().text().equals(COMPUTED);
    }
}
