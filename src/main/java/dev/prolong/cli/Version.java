package dev.prolong.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this program, from its jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        return "prolong "
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElse("(unpackaged)");
    }
}
