/** Texts, places in them, and the diagnostics that point there. Layer 0: uses nothing else of prolong. */
@NullMarked
package dev.prolong.source;

import org.jspecify.annotations.NullMarked;
