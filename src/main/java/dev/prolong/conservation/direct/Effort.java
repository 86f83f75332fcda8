package dev.prolong.conservation.direct;

/**
 * How far the direct method searches, in sizes rather than seconds, so that the same input has the same answer.
 *
 * @param degree the highest degree of the candidates
 * @param rationalDegree the same with logarithms and denominators
 * @param candidates the most candidates for conserved combinations
 * @param pairs the most candidates for spaces that the flow maps into itself
 * @param support the most candidates that occur in such a space, on which it is solved exactly
 * @param work the products of terms that one part of the search may form
 */
public record Effort(int degree, int rationalDegree, int candidates, int pairs, int support, long work) {
    /** About a second. */
    public static final Effort QUICK = new Effort(9, 4, 230, 90, 24, 500_000);

    /** Until the time limit for larger systems. */
    public static final Effort FULL = new Effort(12, 6, 700, 200, 40, 200_000_000);
}
