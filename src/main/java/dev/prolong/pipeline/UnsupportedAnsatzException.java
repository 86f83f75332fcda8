package dev.prolong.pipeline;

import dev.prolong.equation.AnsatzChoice;

/** The ansatz asked for is part of the language but has no solver in this version. */
public final class UnsupportedAnsatzException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedAnsatzException(AnsatzChoice choice) {
        super("no solver yet for the ansatz '" + choice + "'; use 'separable' or 'auto'");
    }
}
