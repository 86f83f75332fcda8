package dev.prolong.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * "Did you mean": the known names nearest to a misspelt one.
 *
 * <p>The distance counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment; F. J. Damerau, Comm.
 * ACM 7 (1964) 171), letter case aside.
 */
public final class Spelling {

    private static final int LONGEST = 40;

    private Spelling() {}

    /** At most two names out of {@code known} that are a slip away from {@code name}, best first, ties in alphabetical order. */
    public static List<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        int allowed = Math.max(1, name.length() / 3);
        record Candidate(String name, int distance) {}
        return known.stream()
                .distinct()
                .filter(k -> !k.equals(name) && Math.abs(k.length() - name.length()) <= allowed)
                .map(k -> new Candidate(k, distance(name, k)))
                .filter(c -> c.distance <= allowed && c.distance < Math.max(name.length(), c.name.length()))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(2)
                .map(Candidate::name)
                .toList();
    }

    static int distance(String left, String right) {
        String a = left.toLowerCase(java.util.Locale.ROOT);
        String b = right.toLowerCase(java.util.Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
