package dev.prolong.report;

import dev.prolong.algebra.InputForm;
import dev.prolong.verification.Verdict;

/** Verdicts in JSON. */
final class JsonVerdict {
    private JsonVerdict() {}

    /** The verdict and what belongs to it, within an object that is open. */
    static void keys(JsonWriter json, Verdict verdict) {
        json.key("verdict").value(verdict.word());
        json.key("condition");
        if (verdict instanceof Verdict.Conditional c) {
            json.value(InputForm.of(c.condition()));
        } else {
            json.nothing();
        }
        json.key("counterexample");
        if (verdict instanceof Verdict.Refuted r) {
            witness(json, r.witness());
        } else {
            json.nothing();
        }
        if (verdict instanceof Verdict.Undecided u) {
            json.key("reason").value(u.reason());
        }
    }

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
