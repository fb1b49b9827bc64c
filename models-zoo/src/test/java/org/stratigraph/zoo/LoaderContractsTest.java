package org.stratigraph.zoo;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;
import org.stratigraph.testkit.ModelLoaderContract;
import org.stratigraph.zoo.topology.MobileNetV2;
import org.stratigraph.zoo.topology.ResNet;
import org.stratigraph.zoo.topology.SqueezeNet;
import org.stratigraph.zoo.topology.Vgg;

/** The zoo's loaders keep the contract of the testkit. */
class LoaderContractsTest {
    @Nested
    class Vgg16 extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return made("vgg16");
        }

        @Override
        protected WeightsSource weights() {
            return ThinWeights.of(Vgg.vgg16());
        }
    }

    @Nested
    class Vgg16BatchNorm extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return made("vgg16_bn");
        }

        @Override
        protected WeightsSource weights() {
            return ThinWeights.of(Vgg.vgg16().withBatchNorm());
        }
    }

    @Nested
    class ResNet50 extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return made("resnet50");
        }

        @Override
        protected WeightsSource weights() {
            return ThinWeights.of(ResNet.resnet50());
        }
    }

    @Nested
    class ResNet50Unfolded extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return made("resnet50:fold=false");
        }

        @Override
        protected WeightsSource weights() {
            return ThinWeights.of(ResNet.resnet50());
        }
    }

    @Nested
    class SqueezeNet10 extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return made("squeezenet1_0");
        }

        @Override
        protected WeightsSource weights() {
            return ThinWeights.of(SqueezeNet.squeezenet10());
        }
    }

    @Nested
    class MobileNet extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return made("mobilenet_v2");
        }

        @Override
        protected WeightsSource weights() {
            return ThinWeights.of(new MobileNetV2());
        }
    }

    @Nested
    class MobileNetUnfolded extends ModelLoaderContract {
        @Override
        protected ModelLoader loader() {
            return made("mobilenet_v2:fold=false");
        }

        @Override
        protected WeightsSource weights() {
            return ThinWeights.of(new MobileNetV2());
        }
    }

    private static ModelLoader made(String typed) {
        try (Plugins plugins = Plugins.find(List.of())) {
            return new Catalog(plugins.found()).models().make(typed);
        }
    }
}
