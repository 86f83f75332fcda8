package dev.prolong.conservation;

import dev.prolong.equation.DifferentialSystem;
import java.util.List;
import java.util.Optional;
import org.matheclipse.core.interfaces.IExpr;

/**
 * A quantity {@code I(t, x, x', .., θ)} claimed constant along solutions.
 *
 * @param from numbers (from 1) of the generators it was made from
 * @param domain condition under which it is claimed; empty: wherever its expression is real
 * @param branches the open intervals, as conditions, on each of which it is one smooth function (between neighbouring equilibria)
 * @param note what is to be said of it, or empty
 * @param instead the quantities to use in its place, if it does not hold as it stands
 * @param pairing of a law of backpropagation, where it comes from; else empty
 */
public record ConservedQuantity(
        IExpr expression,
        Kind kind,
        List<Integer> from,
        Optional<IExpr> domain,
        List<IExpr> branches,
        String note,
        List<IExpr> instead,
        Optional<PairingForm> pairing) {
    /** Where a quantity comes from. */
    public enum Kind {
        FIRST_INTEGRAL("first-integral"),
        PAIRING("pairing"),
        NOETHER("noether"),
        PRINTED("printed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public ConservedQuantity {
        from = List.copyOf(from);
        branches = List.copyOf(branches);
        instead = List.copyOf(instead);
    }

    /** A quantity of which there is nothing more to say. */
    public ConservedQuantity(
            IExpr expression, Kind kind, List<Integer> from, Optional<IExpr> domain, List<IExpr> branches) {
        this(expression, kind, from, domain, branches, "", List.of(), Optional.empty());
    }

    public ConservedQuantity(
            IExpr expression,
            Kind kind,
            List<Integer> from,
            Optional<IExpr> domain,
            List<IExpr> branches,
            String note,
            List<IExpr> instead) {
        this(expression, kind, from, domain, branches, note, instead, Optional.empty());
    }

    /** The same quantity as a law of backpropagation. */
    ConservedQuantity pairedBy(PairingForm form) {
        return new ConservedQuantity(expression, kind, from, domain, branches, note, instead, Optional.of(form));
    }

    /** The same law, with what it says of gradients in training. */
    ConservedQuantity trainedBy(TrainingLaw law) {
        return pairing.map(p -> pairedBy(p.withTraining(law))).orElse(this);
    }

    /** The same quantity, claimed where it follows a real solution: its integrands and the logarithms of the equations are real. */
    public ConservedQuantity whereReal(DifferentialSystem system) {
        Optional<IExpr> real = domain.isPresent() ? domain : RealDomain.of(expression, system);
        return new ConservedQuantity(expression, kind, from, real, branches, note, instead, pairing);
    }

    /** The same quantity, said to be of another kind. */
    public ConservedQuantity ofKind(Kind other) {
        return new ConservedQuantity(expression, other, from, domain, branches, note, instead, pairing);
    }
}
