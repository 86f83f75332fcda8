package dev.prolong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.TestReporter;

/** How often what happened in a campaign. */
final class Counts {
    private final Map<String, Integer> counts = new TreeMap<>();

    void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    void publish(long seed, TestReporter reporter) {
        counts.forEach((what, n) -> reporter.publishEntry("seed " + seed + ", " + what, Integer.toString(n)));
    }

    /** A campaign in which this hardly happened tested nothing. */
    void moreThan(int least, String what) {
        assertThat(counts.getOrDefault(what, 0)).as(counts.toString()).isGreaterThan(least);
    }
}
