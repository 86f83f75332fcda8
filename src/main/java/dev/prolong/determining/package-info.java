/** The invariance condition, split into determining equations, and the dimension of their solution space. */
@NullMarked
package dev.prolong.determining;

import org.jspecify.annotations.NullMarked;
