package dev.prolong.report.picture;

/**
 * A picture with the words under it.
 *
 * @param svg a whole {@code <svg>} element
 * @param caption words in which names of symbols stand between backquotes
 */
public record Drawing(String svg, String caption) {}
