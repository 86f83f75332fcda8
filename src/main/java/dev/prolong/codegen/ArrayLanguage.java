package dev.prolong.codegen;

import java.util.Map;
import java.util.Set;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A library of arrays for which code is generated.
 *
 * @param name as users know it
 * @param functions that it has, by their names in the language of prolong or in {@code rules/identities}
 * @param reserved names that code for it uses for other things than the symbols of the input
 * @param expressions how it writes trees
 */
record ArrayLanguage(String name, Set<String> functions, Set<String> reserved, Expressions expressions) {
    /** Writes trees whose symbols are arrays of one shape. */
    interface Expressions {
        /**
         * Trees as expressions.
         *
         * @param names identifiers of symbols and of trees that are already computed
         * @param example the identifier of an array of the shape of the results
         */
        ArrayExpression with(Map<IExpr, String> names, String example);
    }
}
