package dev.prolong.cli;

import dev.prolong.pipeline.Pipeline;

/** The program {@code prolong}. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code, see {@link ExitCode}; Symja leaves threads behind that would keep it alive.
     *
     * @param arguments the words of the command line
     */
    public static void main(String[] arguments) {
        Session session = new Session(Terminal.ofProcess(), Pipeline::derive, WarmStart.begin());
        System.exit(new Program(session).run(arguments));
    }
}
