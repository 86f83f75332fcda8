package dev.prolong.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the diagnostics of one {@link SourceText} so that a run reports all of them, not just the first. At most {@link #LIMIT} are
 * kept; repeated ones at the same place are dropped.
 */
public final class Diagnostics {

    /** How many diagnostics are reported for one text. */
    public static final int LIMIT = 20;

    private final SourceText source;
    private final List<Diagnostic> found = new ArrayList<>();

    public Diagnostics(SourceText source) {
        this.source = source;
    }

    /** The text that the spans refer to. */
    public SourceText source() {
        return source;
    }

    /** Adds a diagnostic. */
    public void report(DiagnosticKind kind, Span span, String... arguments) {
        report(Diagnostic.of(kind, source, span, arguments));
    }

    /** Adds a diagnostic; beyond {@link #LIMIT} it is counted as found but not kept. */
    public void report(Diagnostic diagnostic) {
        boolean repeated = found.stream()
                .anyMatch(d -> d.kind() == diagnostic.kind()
                        && d.span().start() == diagnostic.span().start()
                        && d.arguments().equals(diagnostic.arguments()));
        if (!repeated && found.size() < LIMIT) {
            found.add(diagnostic);
        }
    }

    /** Whether nothing was reported so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether as many were reported as are kept, so that going on finding more is useless. */
    public boolean isFull() {
        return found.size() >= LIMIT;
    }

    /** What was reported, in the order of the text. */
    public List<Diagnostic> sorted() {
        return found.stream()
                .sorted(Comparator.comparingInt(d -> d.span().start()))
                .toList();
    }

    /**
     * Ends a stage: returns if nothing was reported.
     *
     * @throws DiagnosticException with everything reported so far
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new DiagnosticException(sorted());
        }
    }
}
