package dev.prolong.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code man}: the manual page of a command. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        name = "man",
        description = "Prints a manual page: prolong man derive | man -l -")
final class ManCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "The command; without one, the page of prolong itself.")
    private Optional<String> command = Optional.empty();

    private final Session session;

    ManCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        CommandLine all = Commands.all(session);
        CommandLine about = all;
        if (command.isPresent()) {
            about = all.getSubcommands().get(command.get());
            if (about == null) {
                throw new UsageException("unknown command " + command.get() + ": there are "
                        + String.join(", ", all.getSubcommands().keySet()));
            }
        }
        session.terminal().print(ManPage.of(about));
        return ExitCode.DONE;
    }
}
