package dev.prolong.cli;

import dev.prolong.source.DiagnosticException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: words in, exit code out. Everything that can go wrong becomes a message and a code here. */
final class Program {
    private final Session session;

    Program(Session session) {
        this.session = session;
    }

    int run(String... words) {
        Terminal terminal = session.terminal();
        try {
            return execute(words);
        } catch (ParameterException e) {
            terminal.message("prolong: " + e.getMessage());
            terminal.message("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return ExitCode.USAGE;
        } catch (UsageException e) {
            terminal.message("prolong: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (DiagnosticException e) {
            terminal.messages(e.render());
            return ExitCode.BAD_INPUT;
        } catch (LimitException e) {
            terminal.message("prolong: limit reached: " + e.getMessage());
            return ExitCode.LIMIT;
        } catch (OutOfMemoryError | StackOverflowError e) {
            terminal.message("prolong: limit reached: memory; PROLONG_OPTS=-Xmx8g gives more");
            return ExitCode.LIMIT;
        } catch (Exception e) {
            terminal.messages(BugReport.of(e, words));
            return ExitCode.BUG;
        }
    }

    private int execute(String[] words) throws Exception {
        if (words.length == 1 && (words[0].equals("--version") || words[0].equals("-V"))) {
            session.terminal().print(Version.text() + "\n");
            return ExitCode.DONE;
        }
        if (words.length > 0 && !words[0].startsWith("-") && !Commands.isCommand(words[0])) {
            throw new UsageException("unknown command " + words[0] + ": there are " + Commands.list());
        }
        CommandLine commandLine = Commands.commandLine(session, words);
        ParseResult parsed = commandLine.parseArgs(words);
        CommandLine last =
                parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
        if (last.isUsageHelpRequested()) {
            session.terminal().print(last.getUsageMessage(CommandLine.Help.Ansi.OFF));
            return ExitCode.DONE;
        }
        if (last.isVersionHelpRequested()) {
            session.terminal().print(Version.text() + "\n");
            return ExitCode.DONE;
        }
        if (!(last.getCommand() instanceof java.util.concurrent.Callable<?> command)) {
            throw new ParameterException(commandLine, "which command? There are " + Commands.list());
        }
        return (Integer) command.call();
    }
}
