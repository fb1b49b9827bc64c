package org.stratigraph.core.catalog;

import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import org.stratigraph.core.spi.Plugin;

/**
 * A plugin and the jar or folder that it came from.
 *
 * @param origin file name, or the whole place where that is no file
 */
public record Discovered(Plugin plugin, String origin) {
    static Discovered of(Plugin plugin) {
        CodeSource source = plugin.getClass().getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new Discovered(plugin, plugin.getClass().getModule().toString());
        }
        String place = source.getLocation().toString();
        if (!place.startsWith("file:")) {
            return new Discovered(plugin, place);
        }
        Path path = Path.of(URI.create(place.replace(" ", "%20")));
        // target/classes of a module under development says nothing; the module's folder does.
        return new Discovered(
                plugin,
                path.endsWith(Path.of("target", "classes"))
                        ? path.getParent().getParent().getFileName() + "/target/classes"
                        : path.getFileName().toString());
    }
}
