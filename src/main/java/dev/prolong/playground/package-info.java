/** The playground: a page in the browser, served to this machine, over the whole chain. */
@NullMarked
package dev.prolong.playground;

import org.jspecify.annotations.NullMarked;
