package org.stratigraph.core.catalog;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import org.stratigraph.core.spi.Plugin;

/** The class loader of one plugin jar. Asked for plugins, it names the jar's own, and none of the class path's again. */
final class JarLoader extends URLClassLoader {
    static final String PLUGINS = "META-INF/services/" + Plugin.class.getName();

    JarLoader(Path jar, ClassLoader parent) throws IOException {
        super(new URL[] {jar.toUri().toURL()}, parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(PLUGINS) ? findResources(name) : super.getResources(name);
    }
}
