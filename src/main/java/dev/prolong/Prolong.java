package dev.prolong;

import dev.prolong.algebra.Expr;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.Claims;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.equation.Problem;
import dev.prolong.pipeline.ClaimCheck;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.pipeline.Pipeline;
import dev.prolong.pipeline.UserClaim;
import dev.prolong.report.Format;
import dev.prolong.report.ReportOptions;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.verification.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The library's entry: from the text of a system to its symmetries and conserved quantities, each with its verdict.
 *
 * <p>Safe to call from several threads. Whatever is wrong with a text is a {@link dev.prolong.source.DiagnosticException}, whose message
 * shows the place; every other exception is a bug.
 */
public final class Prolong {
    static {
        // Symja's classes initialise each other in a circle, so that two threads at once could wait for each other
        Expr.symbol("t");
    }

    private Prolong() {}

    /**
     * Derives the symmetries of a system.
     *
     * @param source the system in the input language, such as {@code "z' = cos(theta1*z + theta2)"}
     */
    public static DerivationResult derive(String source) {
        return derive(source, Options.DEFAULT);
    }

    /** The same with options. */
    public static DerivationResult derive(String source, Options options) {
        return Pipeline.derive(problem(source), options);
    }

    /** A result as a whole report. */
    public static String write(DerivationResult result, Format format) {
        return format.write(result, ReportOptions.DEFAULT);
    }

    /**
     * Whether a system has a symmetry.
     *
     * @param generator such as {@code "t: 1, z: 0"}; names that the system does not know are free constants
     */
    public static Verdict verifyGenerator(String source, String generator) {
        DifferentialSystem system = problem(source).system();
        SourceText text = SourceText.of("<generator>", generator);
        return verdict(
                system,
                new UserClaim.Symmetry(generator, Claims.generator(text, system, ActivationLibrary.standard())));
    }

    /**
     * Whether a quantity is conserved.
     *
     * @param quantity such as {@code "z - t"}; names that the system does not know are free constants
     */
    public static Verdict verifyQuantity(String source, String quantity) {
        DifferentialSystem system = problem(source).system();
        SourceText text = SourceText.of("<quantity>", quantity);
        return verdict(
                system, new UserClaim.Quantity(quantity, Claims.quantity(text, system, ActivationLibrary.standard())));
    }

    private static Verdict verdict(DifferentialSystem system, UserClaim claim) {
        return ClaimCheck.of(system, List.of(claim), Optional.empty())
                .claims()
                .get(0)
                .examination()
                .verdict();
    }

    private static Problem problem(String source) {
        return Elaboration.of(OdeParser.parse(SourceText.of("<source>", source)));
    }
}
