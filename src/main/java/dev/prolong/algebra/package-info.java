/** Expressions and what may be asked of them. The only caller, with its sub-packages, of Symja's evaluator and of Rings. */
@NullMarked
package dev.prolong.algebra;

import org.jspecify.annotations.NullMarked;
