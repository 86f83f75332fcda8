package dev.prolong.fuzz;

import dev.prolong.source.DiagnosticException;

/** What every message about bad input keeps to. */
final class Messages {
    private static final int LONGEST = 30_000;

    private Messages() {}

    static void check(DiagnosticException e) {
        String text = e.render();
        if (text.isBlank() || text.length() > LONGEST) {
            throw new AssertionError("a message of " + text.length() + " characters");
        }
        boolean printable = text.codePoints().allMatch(c -> c == '\n' || c >= ' ' && !Character.isISOControl(c));
        if (!printable) {
            throw new AssertionError("a control character in a message");
        }
    }
}
