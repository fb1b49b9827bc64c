package org.stratigraph.core.control;

import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/**
 * A method that looks at the picture alone, and neither at the model nor at what is asked: what a good method must beat. Gives one
 * map at the input's size, whatever the layer.
 */
abstract class Control implements AttributionMethod {
    @Override
    public final List<LayerMaps> attribute(Network network, Request request) {
        network.requirePositions(request.layers());
        Tensor images = request.images();
        return request.layers().stream()
                .map(layer -> new LayerMaps(
                        layer,
                        IntStream.range(0, images.dimension(0))
                                .mapToObj(i -> map(layer, images.slice(i)))
                                .toList()))
                .toList();
    }

    private LayerMap map(String layer, Tensor image) {
        return new LayerMap(layer, image.dimension(1), image.dimension(2), draw(image));
    }

    /** The scores for one image (C, H, W), row-major, none negative. */
    abstract float[] draw(Tensor image);

    @Override
    public final String probe() {
        return "input";
    }

    @Override
    public final View view() {
        return View.POSITIVE;
    }
}
