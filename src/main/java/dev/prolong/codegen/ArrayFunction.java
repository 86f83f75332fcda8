package dev.prolong.codegen;

import java.util.List;

/**
 * A function of arrays, as text: the results after some locals.
 *
 * @param arguments identifiers, in order
 * @param locals in the order of computation
 */
record ArrayFunction(String name, List<Argument> arguments, List<Local> locals, List<String> results) {
    /** An argument, and whether the function uses it. */
    record Argument(String name, boolean used) {}

    /** A shared term. */
    record Local(String name, String value) {}

    ArrayFunction {
        arguments = List.copyOf(arguments);
        locals = List.copyOf(locals);
        results = List.copyOf(results);
    }
}
