/** The direct method: first integrals by linear algebra on declared ansätze. */
@NullMarked
package dev.prolong.conservation.direct;

import org.jspecify.annotations.NullMarked;
