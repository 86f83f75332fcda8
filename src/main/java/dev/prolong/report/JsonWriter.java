package dev.prolong.report;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes JSON (RFC 8259) without building a tree first. Strings are escaped so that the output is ASCII apart from letters
 * that print.
 */
public final class JsonWriter {
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    /** Whether each open object or array already has an element. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private final Deque<Character> closers = new ArrayDeque<>();
    private final boolean pretty;
    private boolean afterKey;

    private JsonWriter(boolean pretty) {
        this.pretty = pretty;
    }

    /** A writer that indents. */
    public static JsonWriter pretty() {
        return new JsonWriter(true);
    }

    /** A writer of a single line. */
    public static JsonWriter compact() {
        return new JsonWriter(false);
    }

    public JsonWriter object() {
        return open('{');
    }

    public JsonWriter array() {
        return open('[');
    }

    public JsonWriter end() {
        boolean filled = open.pop();
        if (filled) {
            newLine();
        }
        out.append(closers.pop());
        return this;
    }

    private JsonWriter open(char bracket) {
        separate();
        out.append(bracket);
        open.push(false);
        closers.push(bracket == '{' ? '}' : ']');
        return this;
    }

    public JsonWriter key(String name) {
        separate();
        quote(name);
        out.append(": ");
        afterKey = true;
        return this;
    }

    public JsonWriter value(String text) {
        separate();
        quote(text);
        return this;
    }

    public JsonWriter value(long number) {
        return raw(Long.toString(number));
    }

    public JsonWriter value(boolean b) {
        return raw(Boolean.toString(b));
    }

    /** A number with three decimals. */
    public JsonWriter value(double number) {
        return raw(String.format(Locale.ROOT, "%.3f", number));
    }

    /** A finite number with all its digits. */
    public JsonWriter exactly(double number) {
        return raw(Double.toString(number));
    }

    public JsonWriter nothing() {
        return raw("null");
    }

    /** An array of strings on one line. */
    public JsonWriter strings(Collection<String> texts) {
        separate();
        out.append('[');
        String comma = "";
        for (String text : texts) {
            out.append(comma);
            quote(text);
            comma = ", ";
        }
        out.append(']');
        return this;
    }

    private JsonWriter raw(String text) {
        separate();
        out.append(text);
        return this;
    }

    private void separate() {
        if (afterKey) {
            afterKey = false;
            return;
        }
        if (!open.isEmpty()) {
            boolean filled = open.pop();
            open.push(true);
            out.append(filled ? "," : "");
            newLine();
        }
    }

    private void newLine() {
        if (pretty) {
            out.append('\n').append(INDENT.repeat(open.size()));
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean plain = c >= ' ' && c < 0x7F || c > 0x9F && Character.isLetterOrDigit(c);
                    out.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
                }
            }
        }
        out.append('"');
    }

    /** What was written; every object and array must have been ended. */
    @Override
    public String toString() {
        return out.toString();
    }
}
