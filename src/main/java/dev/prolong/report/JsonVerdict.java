package dev.prolong.report;

import dev.prolong.algebra.InputForm;
import dev.prolong.verification.Verdict;

/** Verdicts in JSON. */
final class JsonVerdict {
    private JsonVerdict() {}

    /** The point of a counterexample and what should vanish there. */
    static void witness(JsonWriter json, Verdict.Witness witness) {
        json.object();
        json.key("point").object();
        witness.point().forEach((name, value) -> json.key(InputForm.of(name)).value(value));
        json.end();
        json.key("residual").value(witness.residual());
        json.key("of").value(witness.of());
        json.end();
    }
}
