/** The stages composed, under a deadline. */
@NullMarked
package dev.prolong.pipeline;

import org.jspecify.annotations.NullMarked;
