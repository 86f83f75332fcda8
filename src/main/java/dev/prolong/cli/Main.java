package dev.prolong.cli;

import java.util.Optional;

/** The program {@code prolong}. Exit codes: 0 done, 2 wrong usage. */
public final class Main {
    private Main() {}

    /**
     * Runs one command and ends the JVM with its exit code.
     *
     * @param arguments the words of the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        if (arguments.length == 1 && "--version".equals(arguments[0])) {
            System.out.println("prolong " + version());
            return 0;
        }
        System.err.println("usage: prolong --version");
        return 2;
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }
}
