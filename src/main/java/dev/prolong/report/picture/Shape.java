package dev.prolong.report.picture;

import java.util.List;
import java.util.Locale;

/** What a drawing is made of. Lengths are pixels; {@code x} counts from the left, {@code y} from the top; colours are {@code #rrggbb}. */
public sealed interface Shape {
    /**
     * Lines through points, of one colour.
     *
     * @param pieces each a curve {@code {x, y}, {x, y}, ..}
     * @param dash lengths of dashes and gaps in turn, separated by blanks; empty for solid lines
     */
    record Stroke(List<List<double[]>> pieces, String colour, double width, String dash) implements Shape {
        public Stroke {
            pieces = pieces.stream().map(List::copyOf).toList();
        }
    }

    /** A disc. */
    record Dot(double x, double y, double radius, String colour) implements Shape {}

    /** Words on a line that stands on {@code y}. */
    record Label(double x, double y, String text, Anchor anchor, String colour) implements Shape {}

    /** What part of a label is at its place. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        String svg() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
