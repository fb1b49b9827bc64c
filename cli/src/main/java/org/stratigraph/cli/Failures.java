package org.stratigraph.cli;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What a user sees when something goes wrong: one sentence, and an exit code. */
final class Failures {
    private Failures() {}

    /**
     * Runs a step that can only fail because of what the user typed.
     *
     * @throws ParameterException with the step's message
     */
    static <T> T usage(CommandLine command, Callable<T> step) throws Exception {
        try {
            return step.call();
        } catch (IllegalArgumentException | NoSuchElementException wrong) {
            throw new ParameterException(command, wrong.getMessage(), wrong);
        }
    }

    static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("stratigraph: " + failure.getMessage()));
        if (failure.getCause() != null && List.of(arguments).contains(Talk.VERBOSE)) {
            failure.getCause().printStackTrace(err);
        }
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText("stratigraph: " + describe(failure)));
        if (Talk.of(command).verbose()) {
            failure.printStackTrace(err);
        } else {
            err.println("(" + Talk.VERBOSE + " shows where)");
        }
        return ExitCode.SOFTWARE;
    }

    private static String reason(FileSystemException failure) {
        return failure instanceof NoSuchFileException ? "no such file or folder" : "cannot read or write";
    }

    private static String describe(Exception failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (failure instanceof FileSystemException file) {
            return (file.getReason() == null ? reason(file) : file.getReason()) + ": " + file.getFile();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
