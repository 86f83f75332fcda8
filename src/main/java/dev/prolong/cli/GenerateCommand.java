package dev.prolong.cli;

import dev.prolong.codegen.CodeRequest;
import dev.prolong.codegen.DjlTarget;
import dev.prolong.codegen.GeneratedFiles;
import dev.prolong.codegen.JavaTarget;
import dev.prolong.codegen.TorchTarget;
import dev.prolong.pipeline.DerivationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code generate}: source code for the conserved quantities. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Derives, then writes source code: one class for each conserved quantity, and manifest.json.")
final class GenerateCommand implements Callable<Integer> {
    private static final List<String> TARGETS = List.of("java", "djl", "pytorch");

    @Mixin
    private final DerivationOptions derivation = new DerivationOptions();

    @Option(
            names = "--target",
            paramLabel = "LANGUAGE",
            description = "What is written: java, djl (Deep Java Library) or pytorch.")
    private String target = "java";

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package of the classes; by default the unnamed one.")
    private String packageName = "";

    @Option(names = "--with-tests", description = "Also write a JUnit 5 test for each quantity (target java).")
    private boolean withTests;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The directory to write to, made if it is not there; by default generated.")
    private Path directory = Path.of("generated");

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not list the files.")
    private boolean quiet;

    private final Session session;

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        check();
        return derivation.within(this::generate);
    }

    private int generate() throws UsageException {
        DerivationResult result = derivation.derive(session, quiet);
        CodeRequest request = CodeRequest.of(result, packageName, command());
        GeneratedFiles files = files(request);
        try {
            files.write(directory);
        } catch (IOException e) {
            throw new UsageException(IoMessage.writing(directory.toString(), e));
        }
        if (request.quantities().isEmpty() && !quiet) {
            session.terminal().message("prolong: no conserved quantity was found: the model alone is written");
        }
        report(files);
        return Limits.exitCode(result.limits(), session.terminal(), quiet);
    }

    private GeneratedFiles files(CodeRequest request) {
        return switch (target) {
            case "pytorch" -> TorchTarget.generate(request);
            case "djl" -> DjlTarget.generate(request);
            default -> withTests ? JavaTarget.generateWithTests(request) : JavaTarget.generate(request);
        };
    }

    private void check() throws UsageException {
        if (!TARGETS.contains(target)) {
            throw new UsageException("unknown target " + target + ": there are java, djl and pytorch");
        }
        if (withTests && !target.equals("java")) {
            throw new UsageException("--with-tests is for the target java");
        }
        if (!JavaTarget.isPackageName(packageName)) {
            throw new UsageException("no name of a package: " + packageName);
        }
        Path existing = directory.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new UsageException("cannot write " + directory
                    + (Files.isDirectory(existing) ? ": permission denied" : ": " + existing + " is no directory"));
        }
    }

    private void report(GeneratedFiles files) throws UsageException {
        for (GeneratedFiles.Skipped skipped : files.skipped()) {
            session.terminal().message("prolong: no class for " + skipped.quantity() + ": " + skipped.reason());
        }
        if (!quiet) {
            StringBuilder out = new StringBuilder();
            files.files().forEach(f -> out.append(directory.resolve(f.path())).append('\n'));
            session.terminal().print(out.toString());
        }
    }

    private String command() {
        List<String> words = new ArrayList<>(List.of("prolong", "generate"));
        words.addAll(derivation.input().words());
        if (!packageName.isEmpty()) {
            words.addAll(List.of("--package", packageName));
        }
        if (!target.equals("java")) {
            words.addAll(List.of("--target", target));
        }
        if (withTests) {
            words.add("--with-tests");
        }
        return ShellWords.joined(words);
    }
}
