package dev.prolong.report;

import dev.prolong.pipeline.DerivationResult;
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
}
