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
        return switch (this) {
            case TEXT -> TextReport.of(result, options);
            case JSON -> JsonReport.of(result);
            case MARKDOWN -> MarkdownReport.of(result);
            case LATEX -> LatexReport.of(result);
            case HTML -> HtmlReport.of(result);
        };
    }

    /** The whole report on a user's claims, ending with a line's end. */
    public String write(VerificationResult result, ReportOptions options) {
        return switch (this) {
            case TEXT ->
                TextReport.of(ClaimOutline.of(result, TextReport.notation(options), options.timings()), options);
            case JSON -> JsonClaims.of(result);
            case MARKDOWN -> MarkdownReport.of(ClaimOutline.of(result, new LatexNotation(), options.timings()));
            case LATEX -> LatexReport.of(ClaimOutline.of(result, new LatexNotation(), options.timings()));
            case HTML -> HtmlReport.of(ClaimOutline.of(result, new UnicodeNotation(), options.timings()));
        };
    }
}
