package dev.prolong.source;

/**
 * A place in a text as people count it.
 *
 * @param line line number from 1
 * @param column column from 1, counted in Unicode code points; a tab counts as one
 */
public record Position(int line, int column) {}
