package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.engine.EngineReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says whether this machine can compute, and whether anything would leave it. */
@Command(
        name = "doctor",
        description = "Checks engine, devices, threads, memory and plugins, and that nothing would leave the machine.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        EngineReport engine = EngineReport.make();
        line(out, "stratigraph", Versions.own());
        line(out, "java", System.getProperty("java.vm.name") + " " + Runtime.version());
        line(out, "engine", "DJL " + engine.djl() + ", libtorch " + engine.libtorch());
        line(out, "natives", engine.cache() + " (unpacked from the class path)");
        line(out, "devices", engine.gpus() == 0 ? "cpu" : "cpu, " + engine.gpus() + " x gpu");
        line(out, "threads", engine.threads() + " for one operation");
        line(
                out,
                "memory",
                megabytes(Runtime.getRuntime().maxMemory()) + " for the Java heap; weights and activations "
                        + "lie outside it");
        line(
                out,
                "allocator",
                System.getenv("MALLOC_ARENA_MAX") == null
                        ? "glibc's, tuned from inside; bin/stratigraph tunes it better"
                        : "tuned by the launcher");
        line(
                out,
                "network",
                engine.offline()
                        ? "nothing leaves this machine: usage reports and downloads are off"
                        : "NOT shut: something set OPT_OUT_TRACKING or DJL_OFFLINE to false");
        try (Assembly assembly = parts.assemble(spec.commandLine())) {
            assembly.plugins()
                    .found()
                    .forEach(found ->
                            line(out, "plugin", found.plugin().getClass().getName() + " [" + found.origin() + "]"));
        }
        line(out, "self-test", engine.gradientWorks() ? "passed: d(x * x)/dx at 3 is 6" : "FAILED");
        out.flush();
        return engine.gradientWorks() && engine.offline() ? 0 : 1;
    }

    private static void line(PrintWriter out, String topic, String says) {
        out.printf("%-12s %s%n", topic, says);
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
