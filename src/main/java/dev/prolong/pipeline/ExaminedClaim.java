package dev.prolong.pipeline;

import dev.prolong.verification.Examination;

/** A user's claim with what came out. */
public record ExaminedClaim(UserClaim claim, Examination examination) {}
