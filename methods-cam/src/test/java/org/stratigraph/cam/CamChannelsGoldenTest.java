package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.network.Trace;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;

/** What each channel counts in a CAM, at every layer that there are numbers for. */
class CamChannelsGoldenTest {
    @ParameterizedTest
    @MethodSource("org.stratigraph.cam.Golden#cases")
    void weights_and_scores_of_channels(String name, Precision precision) {
        Golden golden = Golden.of(name);
        GoldenNumbers numbers = GoldenNumbers.whole(name + "_channels");
        List<GoldenName> names = numbers.named(List.of("weights", "scores"));
        assertThat(names).hasSizeGreaterThan(20);
        try (Model model = golden.open(Placement.standard().in(precision))) {
            for (GoldenName stored : names) {
                Request request = golden.request(stored.targets(), stored.layer());
                numbers.check(stored.toString(), channels(stored, model.network(), request));
            }
        }
    }

    private static float[] channels(GoldenName name, Network network, Request request) {
        return switch (name.method()) {
            case "gradcam" -> gradientWeights(Combination.GRAD_CAM, network, request);
            case "gradcam_pp" -> gradientWeights(Combination.GRAD_CAM_PLUS_PLUS, network, request);
            case "xgradcam" -> gradientWeights(Combination.XGRAD_CAM, network, request);
            case "ablationcam" -> ablationWeights(network, request);
            case "scorecam_official" -> maskScores(MaskScoring.OFFICIAL, network, request, scores -> scores);
            case "scorecam_popular" ->
                maskScores(
                        MaskScoring.SOFTMAX_CHANNELS,
                        network,
                        request,
                        name.kind().equals("weights") ? MaskScoring::softmax : scores -> scores);
            default -> throw new AssertionError("nobody weighs the channels of " + name);
        };
    }

    private static float[] gradientWeights(Combination combination, Network network, Request request) {
        List<float[]> weights = new ArrayList<>();
        network.trace(request.images(), Focus.on(request.layers()), trace -> {
            trace.sweep(
                    RuleSet.gradient(),
                    request.targets(),
                    (layer, activation, gradient) -> weights.add(Torch.toHeap(combination.weights(activation, gradient))
                            .toArray()));
            return true;
        });
        return weights.get(0);
    }

    private static float[] ablationWeights(Network network, Request request) {
        String layer = request.layers().get(0);
        Channels channels = Channels.of(network, request, layer, layer);
        Network upper = network.from(layer);
        return network.trace(request.images(), Focus.forwardOnly(request.layers()), trace -> {
            double[] outputs = Targets.values(request, trace.logits());
            return eachImage(
                    request,
                    trace,
                    (image, own, target) -> new Ablated(upper, own, target, outputs[image]).weights(channels, image));
        });
    }

    private static float[] maskScores(
            MaskScoring scoring, Network network, Request request, UnaryOperator<double[]> weighing) {
        String input = network.input();
        Channels channels = Channels.of(network, request, request.layers().get(0), input);
        List<String> read = List.of(request.layers().get(0), input);
        return network.trace(request.images(), Focus.forwardOnly(read), trace -> {
            NDArray images = trace.activation(input);
            return eachImage(
                    request,
                    trace,
                    (image, own, target) -> weighing.apply(
                            scoring.scores(new Masked(network, row(images, image), own, target), channels, image)));
        });
    }

    private interface Weighing {
        /** One number per channel of an activation (1, C, h, w). */
        double[] of(int image, NDArray activation, Target target);
    }

    /** Image by image, (N, C). */
    private static float[] eachImage(Request request, Trace trace, Weighing weighing) {
        NDArray activation = trace.activation(request.layers().get(0));
        int channels = (int) activation.getShape().get(1);
        float[] all = new float[request.targets().size() * channels];
        for (int image = 0; image < request.targets().size(); image++) {
            double[] own =
                    weighing.of(image, row(activation, image), request.targets().get(image));
            for (int channel = 0; channel < channels; channel++) {
                all[image * channels + channel] = (float) own[channel];
            }
        }
        return all;
    }

    private static NDArray row(NDArray batch, int image) {
        return batch.get(new NDIndex(image + ":" + (image + 1)));
    }
}
