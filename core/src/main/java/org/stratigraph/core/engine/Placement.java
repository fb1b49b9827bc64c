package org.stratigraph.core.engine;

/**
 * Where and how a network computes. Immutable.
 *
 * @param device {@code auto} (the first GPU, or the CPU where there is none), {@code cpu} or {@code gpu:N}
 * @param precision the number format of weights and activations
 * @param layout how images and filters lie in memory; never changes a result beyond rounding
 */
public record Placement(String device, Precision precision, Layout layout) {

    /** The order of the axes in memory; the shapes that anybody sees stay (N, C, H, W). */
    public enum Layout {
        /** Channels of a pixel side by side: what libtorch's convolutions on a CPU are fastest with. */
        CHANNELS_LAST,
        /** One plane per channel: libtorch's default. */
        CHANNELS_FIRST
    }

    /** The fastest exact choice: automatic device, float32, channels-last. */
    public static Placement standard() {
        return new Placement("auto", Precision.FLOAT32, Layout.CHANNELS_LAST);
    }

    public Placement on(String otherDevice) {
        return new Placement(otherDevice, precision, layout);
    }

    public Placement in(Precision otherPrecision) {
        return new Placement(device, otherPrecision, layout);
    }

    public Placement laidOut(Layout otherLayout) {
        return new Placement(device, precision, otherLayout);
    }
}
