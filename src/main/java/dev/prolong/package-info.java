/** The engine as a library: derive symmetries and conserved quantities from Java. */
@NullMarked
package dev.prolong;

import org.jspecify.annotations.NullMarked;
