/** Antiderivatives and inverse functions, each checked before it is used. */
@NullMarked
package dev.prolong.algebra.calculus;

import org.jspecify.annotations.NullMarked;
