package org.stratigraph.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.stratigraph.core.spi.Plugin;

/** Makes plugin jars as a third party would: source, compiler, jar, service file. */
final class PluginJars {
    private final Path folder;

    PluginJars(Path folder) {
        this.folder = folder;
    }

    /** A jar of one class with the body given, named as a plugin. */
    Path plugin(String jar, String name, String body) throws IOException {
        String source = "import java.util.List; import org.stratigraph.core.spi.*;"
                + " import org.stratigraph.core.network.RuleSet;"
                + " public class " + name + " implements Plugin { " + body + " }";
        return jar(jar, name, compiled(name, source));
    }

    /** A jar whose service file names a class; without bytes it is not in there. */
    Path jar(String jar, String named, byte[] classFile) throws IOException {
        Path file = folder.resolve(jar);
        try (OutputStream stream = Files.newOutputStream(file);
                JarOutputStream out = new JarOutputStream(stream)) {
            put(out, "META-INF/services/" + Plugin.class.getName(), (named + "\n").getBytes(StandardCharsets.UTF_8));
            if (classFile.length > 0) {
                put(out, named + ".class", classFile);
            }
        }
        return file;
    }

    private static void put(JarOutputStream out, String entry, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(bytes);
        out.closeEntry();
    }

    private byte[] compiled(String name, String source) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp", core().toString());
            boolean good = compiler.getTask(null, files, problems, options, null, List.of(new Source(name, source)))
                    .call();
            assertThat(good).as(problems.getDiagnostics().toString()).isTrue();
        }
        return Files.readAllBytes(classes.resolve(name + ".class"));
    }

    private static Path core() {
        try {
            return Path.of(Plugin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
