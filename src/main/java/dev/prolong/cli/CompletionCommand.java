package dev.prolong.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code completion}: completion for bash and zsh, to be sourced. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        name = "completion",
        description =
                "Prints a script that completes commands and options in bash and zsh: source <(prolong completion)")
final class CompletionCommand implements Callable<Integer> {
    private final Session session;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws UsageException {
        session.terminal().print(AutoComplete.bash("prolong", Commands.all(session)));
        return ExitCode.DONE;
    }
}
