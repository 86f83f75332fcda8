package dev.prolong.source;

import java.util.List;
import java.util.Optional;

/**
 * One message about one place in the input.
 *
 * @param kind what is wrong
 * @param source the text it is wrong in
 * @param span where in the text
 * @param arguments what fills the placeholders of the message and the hint
 * @param suggestions names the user may have meant, best first
 */
public record Diagnostic(
        DiagnosticKind kind, SourceText source, Span span, List<String> arguments, List<String> suggestions) {

    public Diagnostic {
        arguments = arguments.stream().map(DisplayLine::escape).toList();
        suggestions = List.copyOf(suggestions);
    }

    /** A diagnostic without suggestions. */
    public static Diagnostic of(DiagnosticKind kind, SourceText source, Span span, String... arguments) {
        return new Diagnostic(kind, source, span, List.of(arguments), List.of());
    }

    /** This diagnostic with "did you mean" names. */
    public Diagnostic suggesting(List<String> names) {
        return new Diagnostic(kind, source, span, arguments, names);
    }

    /** The exception that carries this diagnostic alone. */
    public DiagnosticException asException() {
        return new DiagnosticException(this);
    }

    /** What is wrong, in one sentence. */
    public String message() {
        return DiagnosticKind.fill(kind.message(), arguments);
    }

    /** What to do about it. */
    public Optional<String> hint() {
        if (!suggestions.isEmpty()) {
            return Optional.of("did you mean `" + String.join("` or `", suggestions) + "`?");
        }
        String hint = DiagnosticKind.fill(kind.hint(), arguments);
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }

    /** Line and column of the first character. */
    public Position position() {
        return source.position(span.start());
    }

    /** {@code file:line:column: error: message}, without line end. */
    public String summary() {
        Position at = position();
        return DisplayLine.escapeName(source.name()) + ":" + at.line() + ":" + at.column() + ": error: " + message();
    }

    /** The summary, the source line with carets under the span, and the hint; each on lines of their own. */
    public String render() {
        StringBuilder out = new StringBuilder(summary()).append('\n');
        if (!source.text().isEmpty()) {
            out.append(DisplayLine.of(source, span));
        }
        hint().ifPresent(hint -> out.append("  hint: ").append(hint).append('\n'));
        return out.toString();
    }
}
