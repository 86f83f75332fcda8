package dev.prolong.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name. Only the one that is asked for is loaded: each costs time at the start. */
final class Commands {
    private static final Map<String, Function<Session, Object>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("derive", DeriveCommand::new);
        BY_NAME.put("explain", ExplainCommand::new);
        BY_NAME.put("generate", GenerateCommand::new);
        BY_NAME.put("verify", VerifyCommand::new);
        BY_NAME.put("activations", ActivationsCommand::new);
        BY_NAME.put("batch", BatchCommand::new);
        BY_NAME.put("serve", ServeCommand::new);
        BY_NAME.put("man", ManCommand::new);
        BY_NAME.put("completion", CompletionCommand::new);
    }

    private Commands() {}

    static boolean isCommand(String word) {
        return BY_NAME.containsKey(word);
    }

    /** Their names, in words. */
    static String list() {
        return String.join(", ", BY_NAME.keySet());
    }

    /** The command line for these words: with the command they name, or with all where they name none. */
    static CommandLine commandLine(Session session, String[] words) {
        CommandLine root = new CommandLine(new RootCommand());
        Optional<String> command = words.length == 0 ? Optional.empty() : Optional.of(words[0]);
        if (command.isPresent() && BY_NAME.containsKey(command.get())) {
            add(root, session, command.get());
        } else {
            BY_NAME.keySet().forEach(name -> add(root, session, name));
        }
        return root;
    }

    /** The command line with every command. */
    static CommandLine all(Session session) {
        return commandLine(session, new String[0]);
    }

    private static void add(CommandLine root, Session session, String name) {
        Function<Session, Object> maker = BY_NAME.get(name);
        if (maker != null) {
            root.addSubcommand(name, maker.apply(session));
        }
    }
}
