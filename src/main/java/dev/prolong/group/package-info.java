/** The one-parameter groups that generators generate. */
@NullMarked
package dev.prolong.group;

import org.jspecify.annotations.NullMarked;
