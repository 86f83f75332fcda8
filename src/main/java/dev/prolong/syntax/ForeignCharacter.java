package dev.prolong.syntax;

import dev.prolong.source.DiagnosticKind;
import dev.prolong.source.Diagnostics;
import dev.prolong.source.Span;

/** The messages about characters that are not in the input language, with what the user most likely wanted to write. */
final class ForeignCharacter {

    private ForeignCharacter() {}

    static void report(Diagnostics diagnostics, Span span) {
        int c = diagnostics.source().text().codePointAt(span.start());
        String meant = meant(c);
        if (meant.isEmpty()) {
            diagnostics.report(DiagnosticKind.UNEXPECTED_CHARACTER, span, describe(c));
        } else {
            diagnostics.report(DiagnosticKind.FOREIGN_CHARACTER, span, describe(c), meant);
        }
    }

    private static String meant(int c) {
        return switch (c) {
            case '"', 0x2033, 0x201D -> "two single quotes '' (a second derivative)";
            case '`', 0x2032, 0x2019, 0x00B4 -> "a single quote ' (a derivative)";
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> "-";
            case 0x00B7, 0x00D7, 0x2217, 0x22C5, 0x2219 -> "*";
            case 0x00F7, 0x2044, 0x2215 -> "/";
            case 0x2264, 0x2A7D -> "<=";
            case 0x2265, 0x2A7E -> ">=";
            case 0x2260 -> "!=";
            case 0x2227 -> "and";
            case 0x2228 -> "or";
            case 0x221A -> "sqrt(...)";
            case 0x221E -> "a number: there is no infinity in expressions";
            case 0x00B2 -> "^2";
            case 0x00B3 -> "^3";
            case 0x2211 -> "sum(i in 1..n, ...)";
            case 0x222B -> "integral(expr, s, a, b)";
            case '|' -> "abs(...) for the absolute value, `or` for conditions";
            case '&' -> "and";
            case '!' -> "!= for \"not equal\"";
            case 0xFF08 -> "(";
            case 0xFF09 -> ")";
            default -> "";
        };
    }

    private static String describe(int c) {
        if (c > ' ' && c < 0x7F) {
            return "`" + Character.toString(c) + "`";
        }
        String name = Character.getName(c);
        return "`" + Character.toString(c) + "` (" + String.format("U+%04X", c) + (name == null ? "" : ", " + name)
                + ")";
    }
}
