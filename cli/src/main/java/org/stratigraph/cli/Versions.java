package org.stratigraph.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** This program's version, as its jar says. */
final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"stratigraph " + own()};
    }

    static String own() {
        return Optional.ofNullable(Versions.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
    }
}
