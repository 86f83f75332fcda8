package dev.prolong.ansatz.firstorder;

import dev.prolong.equation.AnsatzChoice;
import java.util.List;
import java.util.Optional;

/**
 * Symmetries of an equation and how they were found.
 *
 * @param ansatz the form within which they were looked for
 * @param dimension of the space of all symmetries of that form; empty where it is infinite or was not determined
 * @param law the way, a short noun phrase
 * @param why what was done and why it may be done
 * @param reference where it stands in a book or paper
 */
record Finding(
        List<PlaneSymmetry> symmetries,
        AnsatzChoice ansatz,
        Optional<Integer> dimension,
        String law,
        String why,
        String reference) {
    Finding {
        symmetries = List.copyOf(symmetries);
    }

    /** Of a form of which there are infinitely many. */
    static Finding of(
            List<PlaneSymmetry> symmetries, AnsatzChoice.Kind form, String law, String why, String reference) {
        return new Finding(symmetries, AnsatzChoice.of(form), Optional.empty(), law, why, reference);
    }

    /** The same of the equation with its coordinates exchanged. */
    Finding swapped() {
        return new Finding(
                symmetries.stream().map(PlaneSymmetry::swapped).toList(),
                AnsatzChoice.of(AnsatzChoice.Kind.GENERAL),
                Optional.empty(),
                law + ", coordinates exchanged",
                "The roles of the coordinates are exchanged: the state is taken as the independent variable. " + why,
                reference);
    }

    /** The same with other symmetries in place of these, which is no longer all there is of the form. */
    Finding with(List<PlaneSymmetry> others) {
        return new Finding(
                others, ansatz, others.size() == symmetries.size() ? dimension : Optional.empty(), law, why, reference);
    }
}
