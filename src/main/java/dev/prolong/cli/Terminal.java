package dev.prolong.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Standard input, output and error, always in UTF-8, and what the environment says of the terminal. */
final class Terminal {
    private static final int WIDTH = 90;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 120;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final boolean interactive;

    Terminal(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
        this(in, out, err, environment, false);
    }

    Terminal(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, boolean interactive) {
        this.interactive = interactive;
        this.in = in;
        this.out = out;
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.environment = new TreeMap<>(environment);
    }

    /** The terminal of this process. */
    static Terminal ofProcess() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Boolean.getBoolean("prolong.terminal"));
    }

    InputStream in() {
        return in;
    }

    /** Standard output for what is written bit by bit. */
    OutputStream out() {
        return out;
    }

    /**
     * Writes a result. That nobody reads on ({@code | head}) is no failure.
     *
     * @throws UsageException if standard output cannot be written, as on a full disk
     */
    void print(String result) throws UsageException {
        try {
            out.write(result.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            if (!isClosedPipe(e)) {
                throw new UsageException("cannot write to standard output: " + e.getMessage());
            }
        }
    }

    private static boolean isClosedPipe(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("closed");
    }

    /** A message on standard error, with a line's end. */
    void message(String text) {
        err.println(text);
    }

    /** A text on standard error that brings its own line ends. */
    void messages(String text) {
        err.print(text);
        err.flush();
    }

    /** Whether the locale of the environment names a character set that is not UTF-8; without one, UTF-8 is assumed. */
    boolean isAscii() {
        Optional<String> locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
        return locale.map(l -> !l.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
                .orElse(false);
    }

    /** Whether somebody watches standard error: only {@code bin/prolong} can tell, and says so by a property. */
    boolean isInteractive() {
        return interactive;
    }

    /** Cells of a line: {@code COLUMNS} within reason. */
    int width() {
        try {
            int columns = Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
            return Math.max(NARROWEST, Math.min(WIDEST, columns));
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }
}
