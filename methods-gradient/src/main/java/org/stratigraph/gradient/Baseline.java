package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import java.nio.file.Path;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;

/** What an input is compared with: the input from which the evidence is missing. Stateless. */
interface Baseline {
    /** More than any picture is wide is no other blur, and takes for ever. */
    int MOST_SIGMA = 1000;

    Setting SETTING = Setting.of(
            "baseline",
            "zero",
            "what it is compared with: zero, mean (of each channel), blur or blur:SIGMA (in positions), constant:VALUE, "
                    + "image:FILE (at the input)");

    /**
     * The baseline of activations.
     *
     * @param activation (N, C, H, W)
     * @param request where the activations come from
     * @return (N, C, H, W), or (1, C, H, W) for all
     */
    NDArray of(NDArray activation, Request request);

    /** Whether it is the same for all images, so that what a network makes of it can be kept. */
    default boolean sameForAll() {
        return false;
    }

    /**
     * The baseline that a user names.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    static Baseline of(Settings settings) {
        String typed = settings.text("baseline");
        int colon = typed.indexOf(':');
        String kind = colon < 0 ? typed : typed.substring(0, colon);
        String argument = colon < 0 ? "" : typed.substring(colon + 1);
        if (kind.equals("blur") || !argument.isEmpty() == (kind.equals("constant") || kind.equals("image"))) {
            switch (kind) {
                case "zero":
                    return new ConstantBaseline(0);
                case "mean":
                    return (activation, request) -> Baselines.mean(activation);
                case "constant":
                    return new ConstantBaseline(number(typed, argument));
                case "blur":
                    return blur(typed, argument);
                case "image":
                    return new PictureBaseline(Path.of(argument));
                default: // said below
            }
        }
        throw wrong(typed);
    }

    private static Baseline blur(String typed, String argument) {
        if (argument.isEmpty()) {
            return (activation, request) -> Baselines.blur(activation, Baselines.standardSigma(activation));
        }
        float sigma = number(typed, argument);
        if (sigma <= 0 || sigma > MOST_SIGMA) {
            throw wrong(typed);
        }
        return (activation, request) -> Baselines.blur(activation, sigma);
    }

    private static float number(String typed, String argument) {
        try {
            float value = Float.parseFloat(argument);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        throw wrong(typed);
    }

    private static IllegalArgumentException wrong(String typed) {
        return new IllegalArgumentException(
                "no baseline '" + typed + "'; there are zero, mean, blur, blur:SIGMA (above 0, at most " + MOST_SIGMA
                        + "), constant:VALUE and image:FILE");
    }
}
