/** Symmetries of one first-order equation {@code y' = f(x, y)}, looked for by families, the cheapest first. */
@NullMarked
package dev.prolong.ansatz.firstorder;

import org.jspecify.annotations.NullMarked;
