package dev.prolong.cli;

import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.Problem;
import dev.prolong.source.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say what system a command is about. */
final class InputOptions {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "A system in the input language; - reads standard input.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = {"-e", "--expr"},
            paramLabel = "EQUATIONS",
            description = "The system itself, in place of a file: \"z' = cos(z)\". Statements end at ;")
    private Optional<String> expression = Optional.empty();

    @Option(
            names = "--activation",
            paramLabel = "NAME|SIGMA",
            description =
                    "In place of a file, the model z' = sigma(theta1*z + theta2) with a known activation (see the command"
                            + " activations) or one written in x: \"x/(1+exp(-x))\".")
    private Optional<String> activation = Optional.empty();

    @Option(names = "--backpropagation", description = "Add the adjoint equations of all states and parameters.")
    private boolean backpropagation;

    @Option(
            names = "--ansatz",
            paramLabel = "ANSATZ",
            description = "Form of the infinitesimals: auto, separable, projectable, linear, \"polynomial 2\", kernel,"
                    + " equivalence, general, or the dependence of each: \"T(t), Z(t,z)\".")
    private Optional<String> ansatz = Optional.empty();

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A directory of further rule files, such as activations; may be repeated.")
    private List<Path> rules = List.of();

    /**
     * Reads the system.
     *
     * @throws dev.prolong.source.DiagnosticException if there is something wrong with it
     */
    Problem problem(Session session) throws UsageException {
        int sources = (file.isPresent() ? 1 : 0) + (expression.isPresent() ? 1 : 0) + (activation.isPresent() ? 1 : 0);
        if (sources == 0) {
            throw new UsageException(
                    "what system? Name a FILE, - for standard input, --expr \"z' = ...\" or --activation NAME");
        }
        if (sources > 1) {
            throw new UsageException("FILE, --expr and --activation exclude each other");
        }
        ProblemSource source = new ProblemSource(session, rules);
        try {
            return activation.isPresent()
                    ? source.model(activation.get(), backpropagation, ansatz)
                    : source.problem(text(source), backpropagation, ansatz);
        } catch (IOException e) {
            throw new UsageException(IoMessage.reading(file.orElse("the input"), e));
        }
    }

    /** The activations that a claim about the system may name. */
    ActivationLibrary library(Session session) throws UsageException {
        try {
            return new ProblemSource(session, rules).library();
        } catch (IOException e) {
            throw new UsageException(IoMessage.reading("the rules", e));
        }
    }

    private SourceText text(ProblemSource source) throws IOException, UsageException {
        return expression.isPresent() ? source.ofExpression(expression.get()) : source.ofFile(file.orElseThrow());
    }

    /** The words that name the same system again, for the header of generated files. */
    List<String> words() {
        List<String> words = new java.util.ArrayList<>();
        file.ifPresent(words::add);
        expression.ifPresent(e -> words.addAll(List.of("--expr", e)));
        activation.ifPresent(a -> words.addAll(List.of("--activation", a)));
        if (backpropagation) {
            words.add("--backpropagation");
        }
        ansatz.ifPresent(a -> words.addAll(List.of("--ansatz", a)));
        rules.forEach(r -> words.addAll(List.of("--rules", r.toString())));
        return words;
    }
}
