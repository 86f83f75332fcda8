/** Ansätze for the infinitesimals, each with its solver. */
@NullMarked
package dev.prolong.ansatz;

import org.jspecify.annotations.NullMarked;
