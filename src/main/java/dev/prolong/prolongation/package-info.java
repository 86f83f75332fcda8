/** Generators prolonged to derivatives. */
@NullMarked
package dev.prolong.prolongation;

import org.jspecify.annotations.NullMarked;
