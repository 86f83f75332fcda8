package dev.prolong.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The file {@code manifest.json}, which says what the generated classes compute and in which order their arguments stand. */
record Manifest(
        String independent,
        List<String> states,
        List<String> parameters,
        List<Entry> quantities,
        List<GeneratedFiles.Skipped> skipped) {
    /** One generated class. */
    record Entry(String name, String className, String expression, String verdict, String domain) {}

    String json() {
        List<String> members = new ArrayList<>();
        members.add("  \"independent\": " + quote(independent));
        members.add("  \"states\": " + array(states));
        members.add("  \"parameters\": " + array(parameters));
        members.add("  \"quantities\": "
                + objects(quantities.stream().map(Manifest::object).toList()));
        members.add("  \"skipped\": "
                + objects(skipped.stream()
                        .map(s -> "{\"name\": " + quote(s.quantity()) + ", \"reason\": " + quote(s.reason()) + "}")
                        .toList()));
        return "{\n" + String.join(",\n", members) + "\n}\n";
    }

    private static String object(Entry e) {
        return "{\n      \"name\": " + quote(e.name())
                + ",\n      \"class\": " + quote(e.className())
                + ",\n      \"expression\": " + quote(e.expression())
                + ",\n      \"verdict\": " + quote(e.verdict())
                + ",\n      \"domain\": " + (e.domain().isEmpty() ? "null" : quote(e.domain()))
                + "\n    }";
    }

    private static String objects(List<String> objects) {
        return objects.isEmpty() ? "[]" : "[\n    " + String.join(",\n    ", objects) + "\n  ]";
    }

    private static String array(List<String> values) {
        return values.stream().map(Manifest::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ' || c > 126) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
