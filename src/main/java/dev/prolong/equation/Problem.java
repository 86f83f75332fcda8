package dev.prolong.equation;

import java.util.Optional;

/** What a user's file asks: a system, and the ansatz to use unless the command names another. */
public record Problem(DifferentialSystem system, Optional<AnsatzChoice> ansatz) {}
