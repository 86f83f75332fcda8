package dev.prolong.verification;

/** A claim with its verdict. */
public record Judged<T>(T claim, Verdict verdict) {}
