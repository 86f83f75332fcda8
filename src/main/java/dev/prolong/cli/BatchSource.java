package dev.prolong.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The system of a batch's line in the input language. */
final class BatchSource {
    private BatchSource() {}

    static String of(JsonNode request) {
        StringBuilder out = new StringBuilder();
        List<String> variables = strings(request.path("vars"));
        if (!variables.isEmpty()) {
            out.append("independent ").append(variables.get(0)).append('\n');
        }
        statement(out, "parameters", strings(request.path("params")));
        strings(request.path("functions"))
                .forEach(f -> out.append("function ").append(f).append('\n'));
        if (variables.size() > 1) {
            statement(out, "states", variables.subList(1, variables.size()));
        }
        List<String> equations = new ArrayList<>(strings(request.path("equation")));
        equations.addAll(strings(request.path("equations")));
        if (equations.isEmpty()) {
            // beside equations, a source says where they come from
            equations.addAll(strings(request.path("source")));
        }
        equations.forEach(s -> out.append(s).append('\n'));
        strings(request.path("ansatz"))
                .forEach(a -> out.append("ansatz ").append(a).append('\n'));
        return out.toString();
    }

    private static void statement(StringBuilder out, String keyword, List<String> names) {
        if (!names.isEmpty()) {
            out.append(names.stream().collect(Collectors.joining(", ", keyword + " ", "\n")));
        }
    }

    /** The elements of an array of strings; a single string is an array of one. */
    private static List<String> strings(JsonNode node) {
        List<String> out = new ArrayList<>();
        if (node.isTextual()) {
            out.add(node.asText());
        }
        node.elements().forEachRemaining(e -> out.add(e.asText()));
        return out;
    }
}
