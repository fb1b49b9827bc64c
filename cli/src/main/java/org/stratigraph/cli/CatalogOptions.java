package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stratigraph.cli.assembly.Assembly;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Options of every command that uses parts by name. */
final class CatalogOptions {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "A folder of plugin jars, beside those on the class path; may be given several times.")
    private List<Path> pluginFolders = new ArrayList<>();

    /** The options with which another command finds the same parts. */
    List<String> again() {
        return pluginFolders.stream()
                .flatMap(folder -> Stream.of("--plugins", folder.toString()))
                .toList();
    }

    /** Finds the parts, and names on the error stream every plugin that had to be left out. */
    Assembly assemble(CommandLine command) throws Exception {
        Assembly assembly = Failures.usage(command, () -> Assembly.of(pluginFolders));
        assembly.plugins().broken().forEach(reason -> command.getErr().println("plugin left out: " + reason));
        return assembly;
    }
}
