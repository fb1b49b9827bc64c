package org.stratigraph.core.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stratigraph.core.spi.Plugin;

/**
 * All plugins that can be found: those on the class path, and those in jars of plugin folders, each jar in a class loader of
 * its own. What is broken is named and left out.
 */
public final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final List<Discovered> found = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<JarLoader> loaders = new ArrayList<>();

    private Plugins() {}

    /**
     * Looks once.
     *
     * @param folders of plugin jars
     * @throws IllegalArgumentException if a folder is none
     */
    public static Plugins find(List<Path> folders) {
        Plugins plugins = new Plugins();
        ClassLoader application = Plugins.class.getClassLoader();
        plugins.load(ServiceLoader.load(Plugin.class, application), "class path", null);
        Set<Path> jars = new LinkedHashSet<>();
        for (Path folder : folders) {
            List<Path> found = jars(folder);
            if (found.isEmpty()) {
                plugins.leaveOut(folder.toString(), "there is no .jar in it");
            }
            jars.addAll(found); // a folder named twice counts once
        }
        jars.forEach(jar -> plugins.loadJar(jar, application));
        LOG.debug("{} plugins, {} left out", plugins.found.size(), plugins.broken.size());
        return plugins;
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder of plugins at " + folder.toAbsolutePath());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .map(file -> file.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    private void loadJar(Path jar, ClassLoader application) {
        String name = jar.getFileName().toString();
        try {
            new ZipFile(jar.toFile()).close(); // a class loader is silent about a jar that is none
            JarLoader loader = new JarLoader(jar, application);
            loaders.add(loader);
            int before = found.size() + broken.size();
            load(ServiceLoader.load(Plugin.class, loader), name, loader);
            if (found.size() + broken.size() == before) {
                leaveOut(name, "it names no plugin in " + JarLoader.PLUGINS + " that the class path has not already");
            }
        } catch (IOException unreadable) {
            leaveOut(name, "it is no readable jar: " + unreadable.getMessage());
        }
    }

    /** Takes what the loader offers; with an owner given, only what that owner defines and no parent of it. */
    private void load(ServiceLoader<Plugin> services, String place, ClassLoader owner) {
        Iterator<ServiceLoader.Provider<Plugin>> providers = services.stream().iterator();
        boolean more = true;
        while (more) {
            try {
                more = providers.hasNext();
                if (more) {
                    ServiceLoader.Provider<Plugin> provider = providers.next();
                    if (owner == null || provider.type().getClassLoader() == owner) {
                        found.add(Discovered.of(probed(provider.get())));
                    }
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
                leaveOut(place, failure + (failure.getCause() == null ? "" : ": " + failure.getCause()));
            }
        }
    }

    /** Asks for the whole table of contents at once, so that a plugin built against another core fails here. */
    private static Plugin probed(Plugin plugin) {
        plugin.methods();
        plugin.rules();
        plugin.probes();
        plugin.fusers();
        plugin.models();
        plugin.data();
        plugin.weightsFormats();
        return plugin;
    }

    private void leaveOut(String place, String reason) {
        LOG.warn("plugin left out: {}: {}", place, reason);
        broken.add(place + ": " + reason);
    }

    public List<Discovered> found() {
        return List.copyOf(found);
    }

    /** What was left out, and why. */
    public List<String> broken() {
        return List.copyOf(broken);
    }

    /** Closes the jars of plugin folders; their parts must no longer be used. */
    @Override
    public void close() {
        for (JarLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException ignoredAtExit) {
                LOG.debug("could not close {}", loader, ignoredAtExit);
            }
        }
    }
}
