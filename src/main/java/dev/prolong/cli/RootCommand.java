package dev.prolong.cli;

import picocli.CommandLine.Command;

/** The program without a command. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        name = "prolong",
        description = "Derives Lie symmetries and conserved quantities of ordinary differential equations, with proof.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; of verify: the claim holds",
            "1:verify: refuted",
            "2:wrong usage, unreadable file, unwritable output",
            "3:bad input",
            "4:a limit was reached; what was found so far is printed",
            "5:verify: holds under a condition",
            "6:verify: undecided",
            "70:a bug in prolong"
        })
final class RootCommand {}
