package org.stratigraph.core.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The devices that libtorch sees, found by the name a user types; never a silent fallback. */
final class Devices {
    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

    private Devices() {}

    static Device named(String name) {
        int gpus = engine().getGpuCount();
        if (name.equals("auto")) {
            return gpus > 0 ? Device.gpu(0) : Device.cpu();
        }
        if (name.equals("cpu")) {
            return Device.cpu();
        }
        Matcher gpu = GPU.matcher(name);
        if (!gpu.matches()) {
            throw new IllegalArgumentException("unknown device '" + name + "'; there are auto, cpu and gpu:N");
        }
        int index = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
        if (index >= gpus) {
            throw new IllegalArgumentException("no device '" + name + "': libtorch sees "
                    + (gpus == 0 ? "no GPU (are the CUDA natives on the class path?)" : gpus + " GPUs, counted from 0")
                    + "; --device auto takes what there is");
        }
        return Device.gpu(index);
    }

    static Engine engine() {
        return Natives.ENGINE;
    }

    /** Loads libtorch once, with everything off that would leave the machine. */
    private static final class Natives {
        static final Engine ENGINE = load();

        private static Engine load() {
            System.setProperty("OPT_OUT_TRACKING", "true"); // DJL reports its use to a server otherwise
            System.setProperty("ai.djl.offline", "true"); // natives come from the class path, never from the network
            Allocator.keepLargeBlocks();
            return Engine.getEngine("PyTorch");
        }
    }
}
