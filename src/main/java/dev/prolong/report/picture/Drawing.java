package dev.prolong.report.picture;

import java.util.List;

/**
 * A picture with the words under it.
 *
 * @param title what it shows, for who cannot see it
 * @param shapes in the order in which they are drawn, later ones over earlier ones
 * @param caption words in which names of symbols stand between backquotes
 */
public record Drawing(int width, int height, String title, List<Shape> shapes, String caption) {
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /** The picture as a whole {@code <svg>} element. */
    public String svg() {
        return Svg.of(this);
    }
}
