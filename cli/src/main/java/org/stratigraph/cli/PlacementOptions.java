package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where a model computes, and in what precision. */
final class PlacementOptions {
    private static final String AUTO = "auto";
    private static final String FLOAT32 = "float32";

    @Option(
            names = "--device",
            defaultValue = AUTO,
            paramLabel = "DEVICE",
            description = "auto, cpu or gpu:N; a device that is not there is an error. Default: ${DEFAULT-VALUE}.")
    private String device;

    @Option(
            names = "--precision",
            defaultValue = FLOAT32,
            paramLabel = "TYPE",
            description = "float32, or float64 for checking. Default: ${DEFAULT-VALUE}.")
    private String precision;

    Placement placement(CommandLine command) throws Exception {
        return Failures.usage(command, () -> Placement.standard().on(device).in(Precision.named(precision)));
    }

    /** The options with which another command computes in the same place. */
    List<String> again() {
        List<String> again = new ArrayList<>();
        if (!device.equals(AUTO)) {
            again.addAll(List.of("--device", device));
        }
        if (!precision.equals(FLOAT32)) {
            again.addAll(List.of("--precision", precision));
        }
        return again;
    }
}
