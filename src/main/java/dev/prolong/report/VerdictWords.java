package dev.prolong.report;

import dev.prolong.verification.Verdict;
import java.util.Map;
import org.matheclipse.core.interfaces.ISymbol;

/** A verdict in words. */
final class VerdictWords {
    private final Notation notation;

    VerdictWords(Notation notation) {
        this.notation = notation;
    }

    Prose of(Verdict verdict) {
        if (verdict instanceof Verdict.Supported s) {
            return Prose.words(
                    "supported: holds at " + s.points() + " random points to " + s.digits() + " digits, not proved");
        }
        if (verdict instanceof Verdict.Conditional c) {
            return Prose.words("conditional: holds if ").math(notation.tree(c.condition()));
        }
        if (verdict instanceof Verdict.Refuted r) {
            return Prose.words("refuted: ").then(witness(r.witness()));
        }
        if (verdict instanceof Verdict.Undecided u) {
            return Prose.words("undecided: " + u.reason());
        }
        return Prose.words(verdict.word());
    }

    private Prose witness(Verdict.Witness witness) {
        Prose out = Prose.words(witness.of() + " is ")
                .math(notation.decimal(witness.residual()))
                .then(" at ");
        boolean first = true;
        for (Map.Entry<ISymbol, String> at : witness.point().entrySet()) {
            out.then(first ? "" : ", ")
                    .math(notation.equation(notation.name(at.getKey()), notation.decimal(at.getValue())));
            first = false;
        }
        return out;
    }
}
