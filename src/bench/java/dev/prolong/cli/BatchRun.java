package dev.prolong.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Pipeline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Systems put through the command {@code batch}, measured as it measures them. */
final class BatchRun {
    /** For each system; what takes longer does not count as found. */
    static final int SECONDS = 20;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BatchRun() {}

    /** A system in the input language. */
    record Entry(String name, String system) {}

    /**
     * A line of the output.
     *
     * @param seconds from the line's beginning to its end, as the output says
     * @param result empty where the line has an error in its place
     */
    record Answer(String name, int exit, double seconds, Optional<DerivationResult> result) {
        boolean isInTime() {
            return exit == ExitCode.DONE;
        }
    }

    /** One answer for each entry, in order. */
    static List<Answer> of(List<Entry> entries) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Entry e : entries) {
            lines.append(MAPPER.writeValueAsString(Map.of("id", e.name(), "source", e.system())))
                    .append('\n');
        }
        Path in = Files.createTempFile("corpus", ".jsonl");
        Path out = Files.createTempFile("corpus", ".out.jsonl");
        Files.writeString(in, lines);
        AtomicInteger calls = new AtomicInteger();
        Map<Integer, DerivationResult> results = new ConcurrentHashMap<>();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), System.err, Map.of());
        Engine engine = (problem, options) -> {
            int call = calls.getAndIncrement();
            DerivationResult result = Pipeline.derive(problem, options);
            results.put(call, result);
            return result;
        };
        new Program(new Session(terminal, engine, WarmStart.begin()))
                .run("batch", in.toString(), "--output", out.toString(), "--time-limit", String.valueOf(SECONDS));
        List<Answer> answers = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            JsonNode node = MAPPER.readTree(line);
            answers.add(new Answer(
                    node.path("id").asText(),
                    node.path("exit").asInt(),
                    node.path("seconds").asDouble(),
                    node.has("result") ? Optional.ofNullable(results.get(answers.size())) : Optional.empty()));
        }
        Files.delete(in);
        Files.delete(out);
        return answers;
    }
}
