/** Conserved quantities from symmetries. */
@NullMarked
package dev.prolong.conservation;

import org.jspecify.annotations.NullMarked;
