package org.stratigraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Models whose reason is known, because it was implanted. */
@Command(
        name = "backdoor",
        description = "Models whose reason is known, because a trigger for it was implanted.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BackdoorTrainCommand.class, BackdoorMeasureCommand.class},
        mixinStandardHelpOptions = true)
final class BackdoorCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "which command? There are: backdoor train, backdoor measure");
    }
}
