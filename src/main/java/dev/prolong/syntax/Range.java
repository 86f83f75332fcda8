package dev.prolong.syntax;

import dev.prolong.source.Span;

/** An index that runs through an extent, {@code i in 1..3}. */
public record Range(Expression.Name index, Extent extent, Span span) {}
