package dev.prolong.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prolong.equation.Elaboration;
import dev.prolong.equation.Problem;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.report.JsonReport;
import dev.prolong.report.JsonWriter;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;

/** One line of a batch: a JSON object that names a system in, one with its result out. Nothing that is wrong with it ends the batch. */
final class BatchLine {
    /** A line of the output, and the exit code in it. */
    record Answer(int exit, String json) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Session session;
    private final Options options;
    private final String line;
    private final long start = System.nanoTime();
    private String id = "";

    private BatchLine(Session session, Options options, String line) {
        this.session = session;
        this.options = options;
        this.line = line;
    }

    static Answer answer(Session session, Options options, String line) {
        return new BatchLine(session, options, line).answer();
    }

    private Answer answer() {
        try {
            JsonNode request = MAPPER.readTree(line);
            id = request.path("id").asText();
            return LimitOptions.within(options.limit(), () -> derived(request));
        } catch (JsonProcessingException e) {
            return failure(ExitCode.BAD_INPUT, "not JSON: " + e.getOriginalMessage());
        } catch (DiagnosticException e) {
            return failure(ExitCode.BAD_INPUT, e.render());
        } catch (LimitException e) {
            return failure(ExitCode.LIMIT, "limit reached: " + e.getMessage());
        } catch (StackOverflowError | OutOfMemoryError e) {
            return failure(ExitCode.LIMIT, "limit reached: the line is too much");
        } catch (Exception e) {
            return failure(ExitCode.BUG, BugReport.of(e, new String[] {line}));
        }
    }

    private Answer derived(JsonNode request) {
        Problem problem = problem(request);
        Options left = options.limit()
                .map(limit -> options.withLimit(LimitOptions.left(limit, start)))
                .orElse(options);
        DerivationResult result = session.engine().derive(problem, left);
        int exit = result.limits().isEmpty() ? ExitCode.DONE : ExitCode.LIMIT;
        JsonWriter json = head(exit).key("result");
        JsonReport.write(result, json);
        return new Answer(exit, json.end().toString());
    }

    private static Problem problem(JsonNode request) {
        return Elaboration.of(OdeParser.parse(SourceText.of("line", BatchSource.of(request))));
    }

    private Answer failure(int exit, String error) {
        return new Answer(exit, head(exit).key("error").value(error).end().toString());
    }

    private JsonWriter head(int exit) {
        double seconds = (System.nanoTime() - start) / 1e9;
        JsonWriter json = JsonWriter.compact().object();
        return json.key("id").value(id).key("exit").value(exit).key("seconds").value(seconds);
    }
}
