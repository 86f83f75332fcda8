package dev.prolong.playground;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.Claims;
import dev.prolong.equation.Problem;
import dev.prolong.pipeline.ClaimCheck;
import dev.prolong.pipeline.Deadline;
import dev.prolong.pipeline.DerivationResult;
import dev.prolong.pipeline.Options;
import dev.prolong.pipeline.Pipeline;
import dev.prolong.pipeline.UserClaim;
import dev.prolong.pipeline.VerificationResult;
import dev.prolong.report.Format;
import dev.prolong.report.picture.Drawing;
import dev.prolong.source.DiagnosticException;
import dev.prolong.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the page's questions: {@code check}, {@code derive}, {@code cancel}, {@code verify}, {@code picture}, {@code copy}. */
final class Desk implements AutoCloseable {
    private static final Duration READING = Duration.ofSeconds(5);
    private static final Duration DRAWING = Duration.ofSeconds(10);

    private final PlaygroundOptions options;
    private final Turnstile turnstile;
    private final Turnstile quick = new Turnstile(2);
    private final Results results = new Results();
    private final HeapWatch heap = HeapWatch.start();
    private final Map<String, Thread> running = new ConcurrentHashMap<>();

    Desk(PlaygroundOptions options) {
        this.options = options;
        this.turnstile = new Turnstile(options.atOnce());
    }

    void answer(HttpExchange exchange, String what) throws IOException, RefusedException {
        byte[] body = Gate.body(exchange);
        if (what.equals("cancel")) {
            Thread thread = running.get(new String(body, StandardCharsets.UTF_8));
            if (thread != null) {
                thread.interrupt();
            }
            json(exchange, Question.JSON.createObjectNode().put("cancelled", thread != null));
            return;
        }
        Question question = Question.of(body);
        switch (what) {
            case "check" -> json(exchange, quickly(READING, () -> check(question)));
            case "derive" -> derive(exchange, question);
            case "verify" -> json(exchange, quickly(options.limit(), () -> verify(question)));
            case "picture" -> {
                DerivationResult result = known(question);
                json(exchange, quickly(DRAWING, () -> picture(result, question)));
            }
            case "copy" -> {
                DerivationResult result = known(question);
                json(
                        exchange,
                        quickly(
                                READING,
                                () -> Question.JSON
                                        .createObjectNode()
                                        .put("text", Answers.copy(result, question.text("format")))));
            }
            default -> throw new RefusedException(404, "there is no such question");
        }
    }

    private static void json(HttpExchange exchange, ObjectNode answer) throws IOException {
        Pages.send(
                exchange,
                200,
                "application/json; charset=utf-8",
                answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private DerivationResult known(Question question) throws RefusedException {
        return results.of(question).orElseThrow(() -> new RefusedException(409, "derive this system first"));
    }

    /** Work that is short, each within its own limits. */
    private ObjectNode quickly(Duration limit, Callable<ObjectNode> work) throws RefusedException, IOException {
        try {
            if (!quick.enter(place -> {})) {
                throw new RefusedException(503, "too many requests at once");
            }
            try {
                return Deadline.call(
                        Optional.of(limit),
                        work,
                        bound -> Question.JSON.createObjectNode().put("limit", bound));
            } catch (DiagnosticException e) {
                return Answers.diagnostics(e);
            } finally {
                quick.leave();
            }
        } catch (RefusedException | IOException | RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(503, "stopped");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode check(Question question) {
        question.problem();
        ObjectNode out = Question.JSON.createObjectNode();
        out.putArray("errors");
        return out;
    }

    private ObjectNode verify(Question question) {
        Problem problem = question.problem();
        boolean generator = question.text("kind").equals("generator");
        SourceText claim = SourceText.of("claim", question.text("claim"));
        ActivationLibrary library = ActivationLibrary.standard();
        UserClaim user = generator
                ? new UserClaim.Symmetry(claim.text(), Claims.generator(claim, problem.system(), library))
                : new UserClaim.Quantity(claim.text(), Claims.quantity(claim, problem.system(), library));
        VerificationResult result = ClaimCheck.of(problem.system(), List.of(user), Optional.of(options.limit()));
        return Question.JSON.createObjectNode().put("verdict", result.word()).put("html", Format.fragment(result));
    }

    private static ObjectNode picture(DerivationResult result, Question question) {
        Map<String, Double> values = new LinkedHashMap<>();
        JsonNode given = question.more().path("values");
        given.fieldNames()
                .forEachRemaining(name -> values.put(name, given.get(name).asDouble()));
        Optional<Drawing> drawing = Answers.picture(
                result,
                values,
                question.more().path("generator").asInt(-2),
                question.more().path("eps").asDouble(0.8));
        ObjectNode out = Question.JSON.createObjectNode();
        drawing.ifPresent(d -> out.put("svg", d.svg()).put("caption", Format.caption(d)));
        return out;
    }

    /** Streams what happens: {@code queued}, {@code stage}, {@code step}, then {@code result}, {@code errors} or {@code failed}. */
    private void derive(HttpExchange exchange, Question question) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        Thread here = Thread.currentThread();
        String id = question.text("id");
        try (EventStream events = new EventStream(exchange.getResponseBody(), here::interrupt).start()) {
            running.put(id, here);
            try {
                inTurn(question, events);
            } catch (InterruptedException cancelled) {
                events.send("failed", message("cancelled"));
            } catch (RuntimeException bug) {
                events.send("failed", message("a bug in prolong: " + bug));
            } finally {
                running.remove(id, here);
            }
        } finally {
            // The thread goes back to its pool: it takes no interruption along.
            Thread.interrupted();
        }
    }

    private void inTurn(Question question, EventStream events) throws InterruptedException {
        if (!turnstile.enter(
                place -> events.send("queued", Question.JSON.createObjectNode().put("place", place)))) {
            events.send("failed", message("too many are waiting"));
            return;
        }
        try (HeapWatch.Place place = heap.enter(Thread.currentThread()::interrupt)) {
            watched(question, events, place);
        } finally {
            turnstile.leave();
        }
    }

    private void watched(Question question, EventStream events, HeapWatch.Place place) throws InterruptedException {
        try {
            run(question, events, place);
        } catch (InterruptedException stopped) {
            if (!place.isStopped()) {
                throw stopped;
            }
            events.send("failed", message("stopped: there is not enough memory; see prolong serve --help"));
        }
    }

    @Override
    public void close() {
        heap.close();
    }

    private void run(Question question, EventStream events, HeapWatch.Place place) throws InterruptedException {
        try {
            Optional<Problem> problem = Deadline.call(
                    Optional.of(READING), () -> Optional.of(question.problem()), bound -> Optional.empty());
            stopIfAsked();
            if (problem.isEmpty()) {
                events.send("failed", message("the input takes too long to read"));
                return;
            }
            Options asked = Options.DEFAULT
                    .withLimit(options.limit())
                    .withProgress(stage -> events.send(
                            "stage", Question.JSON.createObjectNode().put("name", stage)));
            DerivationResult result = Pipeline.derive(problem.get(), asked, step -> {
                place.worksHere();
                events.send("step", Question.JSON.createObjectNode().put("law", step.law()));
            });
            stopIfAsked();
            results.put(question, result);
            ObjectNode answer = Deadline.call(
                    Optional.of(DRAWING),
                    () -> Answers.result(result),
                    bound -> Question.JSON
                            .createObjectNode()
                            .put("html", "<p>The result is too large to be shown here.</p>"));
            stopIfAsked();
            events.send("result", answer);
        } catch (DiagnosticException e) {
            events.send("errors", Answers.diagnostics(e));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stopIfAsked() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static ObjectNode message(String text) {
        return Question.JSON.createObjectNode().put("message", text);
    }
}
