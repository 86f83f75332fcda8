package dev.prolong.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A manual page in the language of {@code man(7)}, from what picocli knows of a command. */
final class ManPage {
    private final StringBuilder out = new StringBuilder();
    private final CommandLine command;
    private final CommandSpec spec;

    private ManPage(CommandLine command) {
        this.command = command;
        this.spec = command.getCommandSpec();
    }

    static String of(CommandLine command) {
        ManPage page = new ManPage(command);
        page.write();
        return page.out.toString();
    }

    private void write() {
        UsageMessageSpec usage = spec.usageMessage();
        String name = spec.qualifiedName("-");
        out.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1\n");
        section("NAME");
        String description = String.join(" ", usage.description());
        text(name + " - " + description.replaceFirst("\\.\\s.*|\\.$", ""));
        section("SYNOPSIS");
        text(new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0).strip());
        section("DESCRIPTION");
        text(description);
        for (String line : usage.footer()) {
            text(line);
        }
        section("OPTIONS");
        for (PositionalParamSpec p : spec.positionalParameters()) {
            item(p.paramLabel(), p.description());
        }
        for (OptionSpec o : spec.options()) {
            String label = o.arity().max() > 0 ? " " + o.paramLabel() : "";
            item(String.join(", ", o.names()) + label, o.description());
        }
        if (!command.getSubcommands().isEmpty()) {
            section("COMMANDS");
            command.getSubcommands()
                    .forEach((word, sub) ->
                            item(word, sub.getCommandSpec().usageMessage().description()));
        }
        if (!usage.exitCodeList().isEmpty()) {
            section("EXIT STATUS");
            usage.exitCodeList().forEach((code, meaning) -> item(code, new String[] {meaning}));
        }
    }

    private void section(String name) {
        out.append(".SH ").append(name).append('\n');
    }

    private void item(String head, String[] description) {
        out.append(".TP\n.B ").append(escape(head)).append('\n');
        text(String.join(" ", description));
    }

    private void text(String text) {
        for (String line : text.split("\\R", -1)) {
            if (!line.isBlank()) {
                String escaped = escape(line.strip());
                out.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                        .append(escaped)
                        .append('\n');
            }
        }
    }

    private static String escape(String text) {
        return text.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-");
    }
}
