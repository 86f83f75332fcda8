package dev.prolong.cli;

import dev.prolong.pipeline.Options;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code batch}: many systems in one warm process. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Derives many systems in one process: a JSON object on each line, the result on the same line of the output.",
        footer = {
            "",
            "A line in:  {\"id\", \"equation\" or \"equations\" or \"source\", \"vars\": [independent, states...], \"params\","
                    + " \"functions\", \"ansatz\"}",
            "A line out: {\"id\", \"exit\", \"seconds\", \"result\"}; where there is no result, \"error\" says why."
        })
final class BatchCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "FILE", description = "The lines; - reads standard input.")
    private String file = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the results to a file.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-q", "--quiet"},
            description = "No summary on standard error.")
    private boolean quiet;

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    private final Session session;
    private final Map<Integer, Integer> counts = new TreeMap<>();

    BatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        Options options = search.options(limits.limit());
        if (output.isPresent()) {
            OutputOptions.checkWritable(output.get());
        }
        session.warmStart().await();
        try (BufferedReader in = reader()) {
            try (Writer out = writer()) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank()) {
                        BatchLine.Answer answer = BatchLine.answer(session, options, line);
                        counts.merge(answer.exit(), 1, Integer::sum);
                        out.write(answer.json() + "\n");
                        out.flush();
                    }
                }
            }
        } catch (IOException e) {
            throw new UsageException(IoMessage.reading(file, e));
        }
        if (!quiet) {
            session.terminal()
                    .message("prolong: lines by exit code: "
                            + counts.entrySet().stream()
                                    .map(e -> e.getKey() + ": " + e.getValue())
                                    .collect(Collectors.joining(", ")));
        }
        return ExitCode.DONE;
    }

    private BufferedReader reader() throws IOException, UsageException {
        if (file.equals("-")) {
            return new BufferedReader(new InputStreamReader(session.terminal().in(), StandardCharsets.UTF_8));
        }
        Path path = ProblemSource.path(file);
        if (Files.isDirectory(path)) {
            throw new UsageException("cannot read " + file + ": it is a directory");
        }
        return Files.newBufferedReader(path, StandardCharsets.UTF_8);
    }

    private Writer writer() throws IOException {
        return output.isPresent()
                ? Files.newBufferedWriter(output.get(), StandardCharsets.UTF_8)
                : new BufferedWriter(new OutputStreamWriter(session.terminal().out(), StandardCharsets.UTF_8));
    }
}
