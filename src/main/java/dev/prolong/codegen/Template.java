package dev.prolong.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places <code>{{name}}</code>, a resource of the folder {@code templates}. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)\\}\\}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template named(String name) {
        String path = "/templates/" + name;
        try (InputStream in = Template.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with every place filled; a place without a value is a bug. */
    String with(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(m -> {
            String value = values.get(m.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for the place " + m.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
