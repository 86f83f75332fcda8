package dev.prolong.cli;

import java.util.Arrays;

/** What a user is asked to report. */
final class BugReport {
    private static final int FRAMES = 12;

    private BugReport() {}

    static String of(Throwable bug, String[] words) {
        StringBuilder out =
                new StringBuilder("prolong: a bug in prolong, please report it with the input and these lines:\n");
        out.append("  ").append(bug).append('\n');
        Arrays.stream(bug.getStackTrace())
                .limit(FRAMES)
                .forEach(f -> out.append("    ").append(f).append('\n'));
        out.append("  words: ").append(String.join(" ", words)).append('\n');
        return out.toString();
    }
}
