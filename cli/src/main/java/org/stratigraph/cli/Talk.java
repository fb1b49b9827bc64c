package org.stratigraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much is said beside results and errors: options that every command takes. */
final class Talk {
    static final String VERBOSE = "--verbose";

    /** Where slf4j-simple looks when the first part makes a logger. */
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "No progress: results and errors only.")
    private boolean quiet;

    @Option(names = VERBOSE, scope = ScopeType.INHERIT, description = "The engine's log, and where an error came from.")
    private boolean verbose;

    /** What was asked for on a command's line. */
    static Talk of(CommandLine command) {
        return ((Main) command.getCommandSpec().root().userObject()).talk();
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /** Opens the log if that was asked for; call it before any other part is touched. */
    void openLog() {
        if (verbose) {
            System.setProperty(LOG_LEVEL, "info");
        }
    }
}
