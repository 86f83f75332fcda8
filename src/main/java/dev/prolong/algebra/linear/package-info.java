/** Linear systems over that field. */
@NullMarked
package dev.prolong.algebra.linear;

import org.jspecify.annotations.NullMarked;
