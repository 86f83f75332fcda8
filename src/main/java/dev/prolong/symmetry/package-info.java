/** Infinitesimal generators and the Lie algebra they span. */
@NullMarked
package dev.prolong.symmetry;

import org.jspecify.annotations.NullMarked;
