/** Verdicts on claims, by a second way that shares nothing with the one that found them. */
@NullMarked
package dev.prolong.verification;

import org.jspecify.annotations.NullMarked;
