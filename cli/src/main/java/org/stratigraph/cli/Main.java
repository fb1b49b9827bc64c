package org.stratigraph.cli;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code stratigraph}. */
@Command(
        name = "stratigraph",
        description = "Shows what a convolutional image classifier looked at, at every layer.",
        mixinStandardHelpOptions = true,
        versionProvider = Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ExplainCommand.class,
            ListCommand.class,
            ModelsCommand.class,
            LayersCommand.class,
            TrainCommand.class,
            BackdoorCommand.class,
            ReproduceCommand.class,
            CertifyCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            RerunCommand.class,
            GateCommand.class,
            MergeCommand.class,
            AdviseCommand.class,
            CompletionCommand.class,
            DoctorCommand.class
        })
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Talk talk;

    private Main() {}

    /** Runs one command and ends the JVM with its exit code: 0 done, 1 failed, 2 wrong usage, 3 not certified, 4 explanations moved. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        Locale.setDefault(Locale.ROOT); // numbers and file names are for scripts too
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setExecutionStrategy(parsed -> {
                    main.talk.openLog();
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(Failures::wrongUsage)
                .setExecutionExceptionHandler(Failures::failed);
    }

    Talk talk() {
        return talk;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
    }
}
