package dev.prolong;

import dev.prolong.equation.Elaboration;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.pipeline.Pipeline;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;

/**
 * The library's entry: from the text of a system to its symmetries and conserved quantities, each with its verdict.
 *
 * <p>Safe to call from several threads.
 */
public final class Prolong {
    private Prolong() {}

    /**
     * Derives the symmetries of a system.
     *
     * @param source the system in the input language, such as {@code "z' = cos(theta1*z + theta2)"}
     * @throws dev.prolong.source.DiagnosticException where the text is not such a system; its message shows the place
     */
    public static DerivationResult derive(String source) {
        return derive(source, Options.DEFAULT);
    }

    /** The same with options. */
    public static DerivationResult derive(String source, Options options) {
        SourceText text = SourceText.of("<source>", source);
        return Pipeline.derive(Elaboration.of(OdeParser.parse(text)), options);
    }
}
