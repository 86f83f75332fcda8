/** Arithmetic modulo a prime in machine words: numbers, truncated power series, sparse elimination. */
@NullMarked
package dev.prolong.algebra.modular;

import org.jspecify.annotations.NullMarked;
