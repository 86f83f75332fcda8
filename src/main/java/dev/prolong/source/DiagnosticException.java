package dev.prolong.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Bad input, described by one or several {@link Diagnostic}s in the order of their places. It is the one exception that does not mean
 * a bug in prolong: the command line prints the diagnostics and ends with exit code 3.
 */
public final class DiagnosticException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /**
     * @param diagnostics at least one
     */
    public DiagnosticException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::summary).collect(Collectors.joining("\n")), null, false, false);
        if (diagnostics.isEmpty()) {
            throw new IllegalArgumentException("an exception without a diagnostic");
        }
        this.diagnostics = List.copyOf(diagnostics);
    }

    public DiagnosticException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    /** What is wrong with the input; never empty. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** All diagnostics as text for a terminal, each with its source line and caret, ended by a line end. */
    public String render() {
        return diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining());
    }
}
