/** Kernels and the differential field they generate, in which equality to zero is decided. */
@NullMarked
package dev.prolong.algebra.field;

import org.jspecify.annotations.NullMarked;
