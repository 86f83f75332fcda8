/** Rewriting into other forms, one law per class. */
@NullMarked
package dev.prolong.algebra.rewrite;

import org.jspecify.annotations.NullMarked;
