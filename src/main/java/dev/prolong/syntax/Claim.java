package dev.prolong.syntax;

import dev.prolong.source.Span;

/** One component of a claimed generator: {@code z: cos(z)} or {@code Z = cos(z)}. */
public record Claim(Expression.Name name, Expression value, Span span) {}
