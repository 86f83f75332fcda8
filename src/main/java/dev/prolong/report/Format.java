package dev.prolong.report;

import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.VerificationResult;
import dev.prolong.report.picture.Drawing;
import dev.prolong.symmetry.Generator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
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

    /**
     * The same for a file, with the pictures that this form does not hold itself.
     *
     * @param stem with which the names of pictures begin
     */
    public Written explain(DerivationResult result, ExplainOptions explain, ReportOptions options, String stem) {
        return this == MARKDOWN
                ? MarkdownReport.withPictures(Explanation.of(result, notation(options), explain), stem)
                : new Written(explain(result, explain, options), Map.of());
    }

    /** The inside of an HTML page alone, for pages that bring KaTeX: formulas stand as LaTeX in elements of the class {@code m}. */
    public static String fragment(DerivationResult result, ExplainOptions options) {
        return HtmlReport.fragment(Explanation.of(result, new LatexNotation(), options));
    }

    /** The same of the report on a user's claims. */
    public static String fragment(VerificationResult result) {
        return HtmlReport.fragment(ClaimOutline.of(result, new LatexNotation(), false));
    }

    /** The words under a drawing as HTML, formulas as in {@link #fragment(DerivationResult, ExplainOptions)}. */
    public static String caption(Drawing drawing) {
        return HtmlReport.inline(caption(drawing, new LatexNotation()));
    }

    static Prose caption(Drawing drawing, Notation notation) {
        return new Prose().quoting(drawing.caption(), n -> notation.name(GeneratorName.ofEngine(n)));
    }

    /** A generator as LaTeX: {@code Σ X_i ∂_{x_i}}. */
    public static String vectorField(Generator generator) {
        return new LatexNotation().vectorField(generator);
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
