package dev.prolong.verification;

import org.matheclipse.core.interfaces.IExpr;

/**
 * What must vanish for a claim to hold.
 *
 * @param of what it belongs to, in words: {@code the equation of z}
 */
public record Residual(String of, IExpr expression) {}
