package dev.prolong.report;

/**
 * A picture as SVG.
 *
 * @param svg a whole {@code <svg>} element, with a title for who cannot see it
 */
record Picture(String svg) {}
