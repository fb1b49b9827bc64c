package org.stratigraph.cam;

import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.testkit.TinyNetwork;

/** CAMERAS against a slow loop over channels. */
class CamerasTest {
    @Test
    void cameras_at_one_size_multiplies_what_it_upsamples() {
        try (Network network = TinyNetwork.CHAIN.open()) {
            LayerMap map = OnTinyNetwork.maps(network, "cameras:factors=1", "relu2")
                    .maps()
                    .get(0);
            Tensor activation = OnTinyNetwork.activation(network, "relu2").slice(0);
            Tensor gradient = OnTinyNetwork.gradient(network, "relu2").slice(0);
            float[] expected = new float[OnTinyNetwork.PIXELS];
            for (int channel = 0; channel < activation.dimension(0); channel++) {
                float[] a = OnTinyNetwork.upsampled(activation.slice(channel));
                float[] g = OnTinyNetwork.upsampled(gradient.slice(channel));
                for (int i = 0; i < OnTinyNetwork.PIXELS; i++) {
                    expected[i] += a[i] * g[i];
                }
            }
            OnTinyNetwork.assertClose(map.values(), expected);
        }
    }
}
