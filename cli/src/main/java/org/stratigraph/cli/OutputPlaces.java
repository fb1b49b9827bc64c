package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Asks, before any work starts, whether its results will find a place. */
final class OutputPlaces {
    private OutputPlaces() {}

    /** A folder that exists or can be made, and written to. */
    static void requireFolder(CommandLine command, String option, Path folder) {
        Path existing = nearestExisting(folder);
        if (!Files.isDirectory(existing)) {
            throw new ParameterException(command, option + " needs a folder, and " + existing + " is a file");
        }
        requireWritable(command, option, existing);
    }

    /** A file that can be written, in a folder that exists or can be made, and that is none of the inputs. */
    static void requireFile(CommandLine command, String option, Path file, Collection<Path> inputs) {
        boolean special = Files.exists(file) && !Files.isRegularFile(file); // a folder, a device
        if (file.toString().isBlank() || file.getFileName() == null || special) {
            throw new ParameterException(command, option + " names a file to write, and '" + file + "' is none");
        }
        for (Path input : inputs) {
            if (same(file, input)) {
                throw new ParameterException(command, option + " would overwrite an input, " + input);
            }
        }
        Path folder = file.toAbsolutePath().getParent();
        requireFolder(command, option, folder);
    }

    private static void requireWritable(CommandLine command, String option, Path folder) {
        try {
            Files.delete(
                    Files.createTempFile(folder, ".stratigraph", ".tmp")); // what may be written cannot be looked up
        } catch (IOException refused) {
            throw new ParameterException(
                    command,
                    option + " needs a place to write, and nothing can be written to " + folder + ": "
                            + refused.getMessage(),
                    refused);
        }
    }

    private static Path nearestExisting(Path path) {
        Path place = path.toAbsolutePath().normalize();
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        return place;
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            return false; // reading it will say why
        }
    }
}
