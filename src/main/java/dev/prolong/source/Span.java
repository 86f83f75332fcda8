package dev.prolong.source;

/**
 * A half-open range {@code [start, end)} of offsets (UTF-16 units) in a {@link SourceText}.
 *
 * @param start offset of the first unit
 * @param end offset after the last unit, at least {@code start}
 */
public record Span(int start, int end) {

    /** The empty span at the beginning of a text: for messages about the text as a whole. */
    public static final Span START = new Span(0, 0);

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
        }
    }

    /** The smallest span that covers this one and {@code other}. */
    public Span cover(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The number of UTF-16 units covered. */
    public int length() {
        return end - start;
    }
}
