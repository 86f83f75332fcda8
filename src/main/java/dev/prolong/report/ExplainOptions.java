package dev.prolong.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader wishes of a worked solution.
 *
 * @param blanks whether results are hidden, to be found by the reader
 */
public record ExplainOptions(Detail detail, boolean blanks) {
    public static final ExplainOptions DEFAULT = new ExplainOptions(Detail.NORMAL, false);

    /** How much is said. */
    public enum Detail {
        /** The laws and formulas of the steps, without words around them; long displays are cut. */
        BRIEF(6, 400),
        /** With introductions of the terms; very long displays are cut. */
        NORMAL(30, 1200),
        /** Everything that was recorded. */
        FULL(Integer.MAX_VALUE, Integer.MAX_VALUE);

        private final int lines;
        private final int size;

        Detail(int lines, int size) {
            this.lines = lines;
            this.size = size;
        }

        /** Displayed lines of one step. */
        int lines() {
            return lines;
        }

        /** Characters of the source of one displayed formula. */
        int size() {
            return size;
        }

        /** The level of this name, letter case aside. */
        public static Optional<Detail> byName(String name) {
            return Arrays.stream(values())
                    .filter(d -> d.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }
}
