package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Interpolation;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/**
 * CAMERAS (Jalwana et al., 2021): the image at several sizes; activations and gradients, each brought to the first size and
 * averaged over sizes by itself, are multiplied then. The map is of the input's size. Immutable, thread-safe.
 *
 * @param factors sizes by the input's own, the first of which is 1
 * @param agreeing whether sizes at which the network's answer is another than at the first do not count
 */
record Cameras(List<Double> factors, boolean agreeing) implements AttributionMethod {
    Cameras {
        factors = List.copyOf(factors);
    }

    @Override
    public void check(Network network, List<String> layers) {
        network.requirePositions(layers);
        if (factors.size() > 1) {
            AnySize.require(network);
        }
    }

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        return network.trace(request.images(), Focus.forwardOnly(List.of(network.input())), outer -> {
            NDArray images = outer.activation(network.input());
            Map<String, List<Scale>> scales = new HashMap<>();
            request.layers().forEach(layer -> scales.put(layer, new ArrayList<>()));
            Tensor first = outer.logits();
            for (int i = 0; i < factors.size(); i++) {
                look(network, request, images, factors.get(i), first, scales);
                request.progress().passes(network.input(), i + 1, factors.size());
            }
            int height = (int) images.getShape().get(2);
            int width = (int) images.getShape().get(3);
            return request.layers().stream()
                    .map(layer -> Scale.product(layer, scales.get(layer), height, width))
                    .toList();
        });
    }

    /** One size: activation and gradient of every layer, in the scope of the images. */
    private void look(
            Network network,
            Request request,
            NDArray images,
            double factor,
            Tensor first,
            Map<String, List<Scale>> scales) {
        NDManager scope = images.getManager();
        try (NDArray resized = resized(images, factor)) {
            network.trace(Feed.of(resized), Focus.on(request.layers()), trace -> {
                boolean[] counts = counts(first, trace.logits());
                trace.sweep(
                        RuleSet.gradient(),
                        request.targets(),
                        (layer, activation, gradient) ->
                                scales.get(layer).add(Scale.kept(activation, gradient, counts, scope)));
                return true;
            });
        }
    }

    /** Python's rounding of the size: a half goes to the even number. */
    static NDArray resized(NDArray images, double factor) {
        if (factor == 1) {
            return images.duplicate();
        }
        int height = (int) Math.rint(images.getShape().get(2) * factor);
        int width = (int) Math.rint(images.getShape().get(3) * factor);
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("factors: at " + factor + " of its size an image of "
                    + images.getShape().get(2) + " x " + images.getShape().get(3) + " has no pixel left");
        }
        return Interpolation.BICUBIC.resize(images, height, width);
    }

    /** Which images count at a size. */
    private boolean[] counts(Tensor first, Tensor now) {
        boolean[] counts = new boolean[first.dimension(0)];
        for (int image = 0; image < counts.length; image++) {
            counts[image] = !agreeing
                    || answer(first.slice(image).toArray())
                            == answer(now.slice(image).toArray());
        }
        return counts;
    }

    private static int answer(float[] logits) {
        int highest = 0;
        for (int i = 1; i < logits.length; i++) {
            highest = logits[i] > logits[highest] ? i : highest;
        }
        return highest;
    }

    @Override
    public String probe() {
        return "last-conv";
    }

    @Override
    public View view() {
        return View.UNIT;
    }
}
