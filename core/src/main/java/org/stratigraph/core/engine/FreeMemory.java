package org.stratigraph.core.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory a device has left. */
final class FreeMemory {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private FreeMemory() {}

    static long bytes(NDManager manager) {
        Device device = manager.getDevice();
        return device.isGpu() ? gpu(device) : machine();
    }

    private static long gpu(Device device) {
        MemoryUsage usage = CudaUtils.getGpuMemory(device);
        return usage.getMax() - usage.getUsed();
    }

    /** What can be had without swapping; Java's own figure leaves out what the page cache would give back. */
    private static long machine() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return available().stream()
                .map(host -> Math.min(host, system.getTotalMemorySize())) // a container's limit, where there is one
                .findFirst()
                .orElseGet(system::getFreeMemorySize);
    }

    private static OptionalLong available() {
        try {
            return Files.readAllLines(MEMINFO).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
