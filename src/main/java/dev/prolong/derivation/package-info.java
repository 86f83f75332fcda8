/** The steps of a derivation, recorded while it is made: what, from, to, by which law. */
@NullMarked
package dev.prolong.derivation;

import org.jspecify.annotations.NullMarked;
