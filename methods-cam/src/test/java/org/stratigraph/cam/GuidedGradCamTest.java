package org.stratigraph.cam;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.ReluRules;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.SweepMethod;
import org.stratigraph.testkit.TinyNetwork;

/** Guided Grad-CAM and the parts it is made of. */
class GuidedGradCamTest {
    @ParameterizedTest
    @ValueSource(strings = {"relu1", "relu2"})
    void guided_grad_cam_is_the_product_of_its_parts(String layer) {
        checkProduct("guided-grad-cam", Readout.RELEVANCE, layer);
        checkProduct("guided-grad-cam:times-input=true", Readout.ACTIVATION_TIMES_RELEVANCE, layer);
    }

    private static void checkProduct(String spec, Readout readout, String layer) {
        try (Network network = TinyNetwork.CHAIN.open()) {
            LayerMap product = OnTinyNetwork.maps(network, spec, layer).maps().get(0);
            LayerMap guided = new SweepMethod(ReluRules.guidedBackprop(), readout)
                    .attribute(network, OnTinyNetwork.request("input"))
                    .get(0)
                    .maps()
                    .get(0);
            LayerMap cam = View.POSITIVE.of(
                    OnTinyNetwork.maps(network, "grad-cam", layer).maps().get(0));
            float[] upsampled =
                    cam.upsample(TinyNetwork.HEIGHT, TinyNetwork.WIDTH).values();
            float[] expected = guided.values();
            for (int i = 0; i < expected.length; i++) {
                expected[i] *= upsampled[i];
            }
            OnTinyNetwork.assertClose(product.values(), expected);
        }
    }
}
