package dev.prolong.syntax;

/** The bounds {@code first..last} of an index, both included. */
public record Extent(Expression first, Expression last) {}
