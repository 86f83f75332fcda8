/** The conserved quantities as a paper prints them for the model {@code z' = σ(θ1 z + θ2)}, rebuilt by its recipe and judged. */
@NullMarked
package dev.prolong.conservation.printed;

import org.jspecify.annotations.NullMarked;
