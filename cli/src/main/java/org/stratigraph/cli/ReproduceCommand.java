package org.stratigraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The paper's tables and figures, on the models and pictures at hand. */
@Command(
        name = "reproduce",
        description = "The paper's tables and figures, on the models and pictures at hand.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Table1Command.class,
            Table2Command.class,
            Figure4Command.class,
            Figure5Command.class,
            Figure6Command.class,
            Figure18Command.class
        },
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "which one? There are: " + String.join(", ", spec.subcommands().keySet()));
    }
}
