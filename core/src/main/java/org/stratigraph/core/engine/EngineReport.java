package org.stratigraph.core.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Utils;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What computes here. Immutable.
 *
 * @param djl version of DJL
 * @param libtorch version of libtorch
 * @param gpus how many GPUs libtorch sees
 * @param threads how many threads one operation may use
 * @param cache the folder that the natives were unpacked into
 * @param offline whether both of DJL's ways out, usage reports and downloads, are shut
 * @param gradientWorks whether a derivative known by hand came out right
 */
public record EngineReport(
        String djl, String libtorch, int gpus, int threads, Path cache, boolean offline, boolean gradientWorks) {
    /** Loads libtorch if that has not been done, and looks. */
    public static EngineReport make() {
        Engine engine = Devices.engine();
        return new EngineReport(
                Optional.ofNullable(Engine.class.getPackage().getImplementationVersion())
                        .orElse(Engine.getDjlVersion()),
                engine.getVersion(),
                engine.getGpuCount(),
                JniUtils.getNumThreads(),
                Utils.getEngineCacheDir("pytorch"),
                Boolean.parseBoolean(Utils.getEnvOrSystemProperty("OPT_OUT_TRACKING")) && Utils.isOfflineMode(),
                derivativeIsRight());
    }

    /** The derivative of x * x at 3 is 6. */
    private static boolean derivativeIsRight() {
        try (NDManager manager = Torch.open(Placement.standard().on("cpu"))) {
            NDArray x = manager.create(new float[] {3}, new Shape(1));
            Torch.collectGradient(x);
            NDArray square = Torch.recording(true, () -> x.mul(x));
            NDList gradient = Torch.vectorJacobian(square, manager.ones(new Shape(1)), new NDList(x), false, manager);
            return gradient.get(0).getFloat() == 6;
        }
    }
}
