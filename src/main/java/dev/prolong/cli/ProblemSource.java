package dev.prolong.cli;

import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.AnsatzElaboration;
import dev.prolong.equation.Backpropagation;
import dev.prolong.equation.DifferentialSystem;
import dev.prolong.equation.Elaboration;
import dev.prolong.equation.NeuralOde;
import dev.prolong.equation.Problem;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import dev.prolong.syntax.RuleFiles;
import dev.prolong.syntax.Statement;
import dev.prolong.syntax.SystemDeclaration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes problems of what a user names on the command line. */
final class ProblemSource {
    private static final String ACTIVATIONS = "activations";

    private final Session session;
    private final List<Path> rules;

    ProblemSource(Session session, List<Path> rules) {
        this.session = session;
        this.rules = rules;
    }

    SourceText ofFile(String file) throws IOException, UsageException {
        if (file.equals("-")) {
            return SourceText.read("standard input", session.terminal().in());
        }
        Path path = path(file);
        if (Files.isDirectory(path)) {
            throw new UsageException("cannot read " + file + ": it is a directory");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return SourceText.read(file, stream);
        }
    }

    static Path path(String file) throws UsageException {
        try {
            return Path.of(file);
        } catch (java.nio.file.InvalidPathException e) {
            throw new UsageException("cannot read " + file + ": " + e.getReason());
        }
    }

    SourceText ofExpression(String equations) {
        return SourceText.of("--expr", equations);
    }

    /** The system that a text describes, with its adjoints if wanted and with another ansatz than its own if one is given. */
    Problem problem(SourceText source, boolean backpropagation, Optional<String> ansatz)
            throws IOException, UsageException {
        SystemDeclaration declaration = declaration(source, backpropagation);
        session.warmStart().await();
        return withAnsatz(Elaboration.of(declaration, library()), ansatz);
    }

    /** The model {@code z' = σ(theta1*z + theta2)}. */
    Problem model(String sigma, boolean backpropagation, Optional<String> ansatz) throws IOException, UsageException {
        SourceText source = SourceText.of("--activation", sigma);
        session.warmStart().await();
        DifferentialSystem forward = NeuralOde.of(source, library());
        DifferentialSystem system = backpropagation ? Backpropagation.of(forward, source) : forward;
        return withAnsatz(new Problem(system, Optional.empty()), ansatz);
    }

    private static Problem withAnsatz(Problem problem, Optional<String> ansatz) {
        if (ansatz.isEmpty()) {
            return problem;
        }
        AnsatzChoice choice = AnsatzElaboration.parse(SourceText.of("--ansatz", ansatz.get()), problem.system());
        return problem.with(choice);
    }

    private static SystemDeclaration declaration(SourceText source, boolean backpropagation) {
        SystemDeclaration declaration = OdeParser.parse(source);
        boolean has = declaration.statements().stream().anyMatch(s -> s instanceof Statement.Backpropagation);
        return backpropagation && !has
                ? OdeParser.parse(SourceText.of(source.name(), source.text() + "\nbackpropagation\n"))
                : declaration;
    }

    /** The activations that come with prolong and those of the directories given. */
    ActivationLibrary library() throws IOException, UsageException {
        ActivationLibrary library = ActivationLibrary.standard();
        for (Path directory : rules) {
            if (!Files.isDirectory(directory)) {
                throw new UsageException("cannot read " + directory + ": it is no directory");
            }
            Path family = directory.resolve(ACTIVATIONS);
            library = library.with(RuleFiles.in(Files.isDirectory(family) ? family : directory));
        }
        return library;
    }
}
