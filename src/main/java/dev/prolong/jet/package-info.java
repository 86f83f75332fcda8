/** Jet spaces: their coordinates and total derivatives. */
@NullMarked
package dev.prolong.jet;

import org.jspecify.annotations.NullMarked;
