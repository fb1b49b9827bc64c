package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script that lets a shell complete commands and options.",
        footer = {
            "",
            "For this session, in either shell:",
            "  source <(stratigraph completion bash)",
            "Put that line into ~/.bashrc or ~/.zshrc for all sessions; `stratigraph` has to be on the PATH."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {
    /** Shells that the script is for: one for both, which loads bashcompinit where it finds itself in zsh. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Override
    public void run() {
        PrintWriter print = spec.commandLine().getOut();
        CommandSpec whole = spec.root();
        print.println(AutoComplete.bash(whole.name(), whole.commandLine()));
        print.flush();
    }
}
