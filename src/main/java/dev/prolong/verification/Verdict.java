package dev.prolong.verification;

import java.util.Map;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;

/** What is known of a claim. Never a boolean. */
public sealed interface Verdict {
    /** The word of the JSON. */
    String word();

    /** Decided exactly. */
    record Proved() implements Verdict {
        @Override
        public String word() {
            return "proved";
        }
    }

    /** Holds at this many random points to this many digits; not proved. */
    record Supported(int points, int digits) implements Verdict {
        @Override
        public String word() {
            return "supported";
        }
    }

    /** Holds under the condition (a condition tree on parameters or free constants). */
    record Conditional(IExpr condition) implements Verdict {
        @Override
        public String word() {
            return "conditional";
        }
    }

    /** Fails at this point by this residual. */
    record Refuted(Witness witness) implements Verdict {
        @Override
        public String word() {
            return "refuted";
        }
    }

    /** Neither proved nor refuted, and why. */
    record Undecided(String reason) implements Verdict {
        @Override
        public String word() {
            return "undecided";
        }
    }

    /** A point (decimal strings by symbol, in the order of names) and the value there of what should vanish. */
    record Witness(Map<ISymbol, String> point, String residual, String of) {}
}
