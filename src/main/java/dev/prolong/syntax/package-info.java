/** Text to syntax records that know their place in it. The only package that sees ANTLR. */
@NullMarked
package dev.prolong.syntax;

import org.jspecify.annotations.NullMarked;
