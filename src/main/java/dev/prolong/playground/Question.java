package dev.prolong.playground;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prolong.equation.ActivationLibrary;
import dev.prolong.equation.AnsatzChoice;
import dev.prolong.equation.AnsatzElaboration;
import dev.prolong.equation.Elaboration;
import dev.prolong.equation.Problem;
import dev.prolong.source.SourceText;
import dev.prolong.syntax.OdeParser;
import java.io.IOException;

/** What a request asks: a system in the input language, an ansatz, and more by the kind of request. */
record Question(String source, String ansatz, JsonNode more) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Question of(byte[] body) throws IOException, RefusedException {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new RefusedException(400, "not JSON");
        }
        if (node == null || !node.path("source").isTextual()) {
            throw new RefusedException(400, "the key source is missing");
        }
        return new Question(
                node.get("source").asText(), node.path("ansatz").asText("auto").strip(), node);
    }

    /** Reads a small system, so that everything is loaded before several threads ask at once. */
    static void warmUp() {
        new Question("z' = tanh(z)", "auto", JSON.createObjectNode()).problem();
    }

    /** A text among the rest, or empty. */
    String text(String key) {
        return more.path(key).asText("");
    }

    /** By what its result is remembered. */
    String key() {
        return ansatz + "\n" + source;
    }

    /**
     * The system, with the ansatz asked for; {@code auto} leaves the one that the source names.
     *
     * @throws dev.prolong.source.DiagnosticException where there is something wrong with it
     */
    Problem problem() {
        Problem problem = Elaboration.of(OdeParser.parse(SourceText.of("input", source)), ActivationLibrary.standard());
        if (ansatz.isEmpty() || ansatz.equals("auto")) {
            return problem;
        }
        AnsatzChoice choice = AnsatzElaboration.parse(SourceText.of("ansatz", ansatz), problem.system());
        return problem.with(choice);
    }
}
