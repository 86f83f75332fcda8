/** Values of expression trees at points, to any number of digits, each with a bound of its error. */
@NullMarked
package dev.prolong.algebra.numeric;

import org.jspecify.annotations.NullMarked;
