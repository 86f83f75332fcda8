package dev.prolong.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A named piece of input text with line and column lookup.
 *
 * <p>A leading byte order mark is dropped and the line ends {@code \r\n} and {@code \r} become {@code \n}; neither changes a line or
 * column number. Every factory refuses, with a {@link DiagnosticException}, what cannot be text: more than {@link #LIMIT} bytes or
 * characters, NUL characters, malformed UTF-8.
 */
public final class SourceText {

    /** The largest accepted input, in bytes (and in UTF-16 units): 1 MB. */
    public static final int LIMIT = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String name;
    private final String text;
    private final int[] lineStarts;

    private SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /**
     * Makes a source from characters.
     *
     * @param name the file name shown in messages
     * @throws DiagnosticException if the text is too long or holds NUL characters or unpaired surrogates
     */
    public static SourceText of(String name, String text) {
        return of(name, text, LIMIT);
    }

    private static SourceText of(String name, String text, int limit) {
        if (text.length() > limit) {
            throw refuse(name, "", DiagnosticKind.INPUT_TOO_LARGE, 0, Integer.toString(limit));
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        String plain = (marked ? text.substring(1) : text).replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == 0) {
                throw refuse(name, plain, DiagnosticKind.BINARY_INPUT, i);
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == plain.length()
                        || !Character.isLowSurrogate(plain.charAt(i + 1))) {
                    throw refuse(name, plain.substring(0, i), DiagnosticKind.INVALID_UTF8, i);
                }
                i++;
            }
        }
        return new SourceText(name, plain);
    }

    /**
     * Makes a source from the bytes of a file in UTF-8.
     *
     * @throws DiagnosticException if the bytes are too many, hold NUL or are not UTF-8 (with the place of the first bad byte)
     */
    public static SourceText decode(String name, byte[] bytes) {
        return decode(name, bytes, LIMIT);
    }

    private static SourceText decode(String name, byte[] bytes, int limit) {
        if (bytes.length > limit) {
            throw refuse(name, "", DiagnosticKind.INPUT_TOO_LARGE, 0, Integer.toString(limit));
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (!result.isError()) {
            return of(name, text, limit);
        }
        of(name, text, limit);
        throw refuse(name, text, DiagnosticKind.INVALID_UTF8, text.length());
    }

    /**
     * Reads a source from a stream, never more than {@link #LIMIT} bytes of it.
     *
     * @throws IOException if reading fails
     * @throws DiagnosticException as {@link #decode} does
     */
    public static SourceText read(String name, InputStream stream) throws IOException {
        return read(name, stream, LIMIT);
    }

    /** The same with another limit of bytes, for data rather than a text that somebody wrote. */
    public static SourceText read(String name, InputStream stream, int limit) throws IOException {
        return decode(name, stream.readNBytes(limit + 1), limit);
    }

    private static DiagnosticException refuse(
            String name, String text, DiagnosticKind kind, int offset, String... arguments) {
        return new DiagnosticException(
                Diagnostic.of(kind, new SourceText(name, text), new Span(offset, offset), arguments));
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** The file name, or what stands for it in messages. */
    public String name() {
        return name;
    }

    /** The whole text, lines ended by {@code \n}. */
    public String text() {
        return text;
    }

    /** The characters of a span. */
    public String slice(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** Line and column of an offset; an offset beyond the end is taken as the end. */
    public Position position(int offset) {
        int at = Math.min(offset, text.length());
        int found = Arrays.binarySearch(lineStarts, at);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(lineStarts[line], at) + 1);
    }

    /** The span of a line without its line end; lines count from 1. */
    public Span line(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        return new Span(start, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceText that && name.equals(that.name) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + text.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
