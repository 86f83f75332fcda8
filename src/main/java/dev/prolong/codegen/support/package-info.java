/**
 * Functions of real numbers that the JDK lacks, in double precision.
 *
 * <p>These classes are not called by prolong: the text of each member is copied, as it stands, into the generated classes that use it.
 * So a member may use other members of this package by their bare names and nothing else but {@code java.lang} and {@code
 * java.util.function}, and names are unique in the whole package.
 */
@NullMarked
package dev.prolong.codegen.support;

import org.jspecify.annotations.NullMarked;
