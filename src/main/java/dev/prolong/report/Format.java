package dev.prolong.report;

import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.VerificationResult;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a result can be written. */
public enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    LATEX,
    HTML;

    /** The format of this name, letter case aside. */
    public static Optional<Format> byName(String name) {
        return Arrays.stream(values())
                .filter(f -> f.text().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Its name on the command line. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole report of a result, ending with a line's end. */
    public String write(DerivationResult result, ReportOptions options) {
        if (this == JSON) {
            return JsonReport.of(result);
        }
        Notation notation = notation(options);
        return render(
                this == TEXT
                        ? Outline.ofResult(result, notation, options.timings())
                        : Outline.withDerivation(result, notation),
                options);
    }

    /** The derivation as a worked solution, ending with a line's end; in JSON the result alone. */
    public String explain(DerivationResult result, ExplainOptions explain, ReportOptions options) {
        return this == JSON
                ? JsonReport.of(result)
                : render(Explanation.of(result, notation(options), explain), options);
    }

    Notation notation(ReportOptions options) {
        return this != TEXT ? new LatexNotation() : options.ascii() ? new AsciiNotation() : new UnicodeNotation();
    }

    private String render(Document document, ReportOptions options) {
        return switch (this) {
            case HTML -> HtmlReport.of(document);
            case LATEX -> LatexReport.of(document);
            case MARKDOWN -> MarkdownReport.of(document);
            case TEXT -> TextReport.of(document, options);
            case JSON -> throw new IllegalStateException("JSON is no document");
        };
    }

    /** The whole report on a user's claims, ending with a line's end. */
    public String write(VerificationResult result, ReportOptions options) {
        return this == JSON
                ? JsonClaims.of(result)
                : render(ClaimOutline.of(result, notation(options), options.timings()), options);
    }
}
