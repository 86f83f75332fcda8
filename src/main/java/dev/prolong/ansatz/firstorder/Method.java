package dev.prolong.ansatz.firstorder;

import java.util.Optional;

/** A way to symmetries of an equation; what it returns is still to be checked. */
interface Method {
    Optional<Finding> find(PlaneEquation equation);
}
