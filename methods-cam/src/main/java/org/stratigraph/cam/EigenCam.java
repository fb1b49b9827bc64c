package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/**
 * Eigen-CAM (Muhammad and Yeasin, 2020): the activation's channels, centred over positions and projected on their first right
 * singular vector. It does not know the class. A singular vector's sign is free: here the largest absolute value is positive.
 * Immutable, thread-safe.
 */
record EigenCam() implements AttributionMethod {
    private static final int[] POSITIONS = {0};

    @Override
    public List<LayerMaps> attribute(Network network, Request request) {
        check(network, request.layers());
        return network.trace(request.images(), Focus.forwardOnly(request.layers()), trace -> {
            Targets.check(request, trace.logits());
            return request.layers().stream()
                    .map(layer -> maps(layer, trace.activation(layer)))
                    .toList();
        });
    }

    private static LayerMaps maps(String layer, NDArray activation) {
        return new LayerMaps(
                layer,
                IntStream.range(0, (int) activation.getShape().get(0))
                        .mapToObj(image -> map(layer, activation.get(new NDIndex(image))))
                        .toList());
    }

    /** One image's (C, h, w), which is freed with all that is made of it. */
    private static LayerMap map(String layer, NDArray activation) {
        try (NDManager scope = activation.getManager().newSubManager()) {
            activation.attach(scope);
            return new LayerMap(
                    layer,
                    (int) activation.getShape().get(1),
                    (int) activation.getShape().get(2),
                    signed(projection(centred(activation))));
        }
    }

    /** (C, h, w) to (positions, C). */
    private static NDArray centred(NDArray activation) {
        int height = (int) activation.getShape().get(1);
        int width = (int) activation.getShape().get(2);
        NDArray flat = activation
                .reshape(activation.getShape().get(0), (long) height * width)
                .transpose()
                .toType(DataType.FLOAT64, true);
        return flat.sub(flat.mean(POSITIONS, true));
    }

    /**
     * Positions on the first right singular vector v: X v is an eigenvector of X X' of length sigma, so the smaller of X X' and
     * X' X is enough.
     */
    private static double[] projection(NDArray centred) {
        long positions = centred.getShape().get(0);
        long channels = centred.getShape().get(1);
        if (positions <= channels) {
            FirstEigenvector first = FirstEigenvector.of(square(centred.matMul(centred.transpose())));
            double sigma = Math.sqrt(first.value());
            return IntStream.range(0, first.vector().length)
                    .mapToDouble(i -> sigma * first.vector()[i])
                    .toArray();
        }
        double[] vector =
                FirstEigenvector.of(square(centred.transpose().matMul(centred))).vector();
        NDArray column = centred.getManager().create(vector).reshape(channels, 1);
        return centred.matMul(column).toDoubleArray();
    }

    private static double[][] square(NDArray matrix) {
        int size = (int) matrix.getShape().get(0);
        double[] values = matrix.toDoubleArray();
        double[][] rows = new double[size][size];
        for (int row = 0; row < size; row++) {
            System.arraycopy(values, row * size, rows[row], 0, size);
        }
        return rows;
    }

    private static float[] signed(double[] projection) {
        double peak = 0;
        for (double value : projection) {
            peak = Math.abs(value) > Math.abs(peak) ? value : peak;
        }
        float[] values = new float[projection.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (peak < 0 ? -projection[i] : projection[i]);
        }
        return values;
    }

    @Override
    public String probe() {
        return "last-conv";
    }

    @Override
    public View view() {
        return View.POSITIVE;
    }
}
