package dev.prolong.ansatz.firstorder;

import java.util.Optional;

/** A way to symmetries of an equation; what it returns is still to be checked. */
interface Method {
    /** The form of the symmetries that it looks for: a noun phrase. */
    String form();

    Optional<Finding> find(PlaneEquation equation);
}
