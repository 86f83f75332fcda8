/** Systems of differential equations in solved form, and what makes them from a declaration. */
@NullMarked
package dev.prolong.equation;

import org.jspecify.annotations.NullMarked;
