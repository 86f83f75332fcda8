/** Conserved quantities as source code. */
@NullMarked
package dev.prolong.codegen;

import org.jspecify.annotations.NullMarked;
