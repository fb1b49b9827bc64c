package org.stratigraph.cam;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.testkit.AttributionMethodContract;
import org.stratigraph.testkit.NativeMemoryContract;

/** The methods of this module keep the contracts of the testkit. */
class CamContractsTest {
    @Nested
    class GradCam extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("grad-cam");
        }
    }

    @Nested
    class GradCamPlusPlus extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("grad-cam++");
        }
    }

    @Nested
    class XGradCam extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("xgrad-cam");
        }
    }

    @Nested
    class LayerCam extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("layer-cam");
        }
    }

    @Nested
    class HiresCam extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("hires-cam");
        }
    }

    @Nested
    class EigenCamContract extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("eigen-cam");
        }
    }

    @Nested
    class AblationCamContract extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("ablation-cam");
        }
    }

    @Nested
    class FullGradContract extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("fullgrad");
        }
    }

    @Nested
    class ScoreCamOfficial extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("score-cam");
        }

        @Override
        protected boolean truncates() {
            return false; // it looks at the input again
        }

        @Override
        protected boolean atInputSize() {
            return true;
        }
    }

    @Nested
    class ScoreCamSoftmaxChannels extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("score-cam:variant=softmax-channels");
        }

        @Override
        protected boolean truncates() {
            return false; // it looks at the input again
        }
    }

    @Nested
    class CamerasAtOneSize extends AttributionMethodContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("cameras:factors=1");
        }

        @Override
        protected boolean truncates() {
            return false; // it looks at the input again
        }

        @Override
        protected boolean atInputSize() {
            return true;
        }
    }

    @Nested
    class GuidedGradCamContract extends Everywhere {
        @Override
        protected AttributionMethod method() {
            return Parts.method("guided-grad-cam");
        }

        @Override
        protected boolean truncates() {
            return false; // it looks at the input again
        }

        @Override
        protected boolean atInputSize() {
            return true;
        }
    }

    @Nested
    class GradCamMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("grad-cam");
        }
    }

    @Nested
    class AblationCamMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("ablation-cam");
        }
    }

    @Nested
    class ScoreCamMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("score-cam");
        }
    }

    @Nested
    class CamerasMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("cameras:factors=1/1.5");
        }
    }

    @Nested
    class FullGradMemory extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return Parts.method("fullgrad");
        }
    }

    @Nested
    class GradCamPlusPlusMemory extends FewerPasses {
        @Override
        protected AttributionMethod method() {
            return Parts.method("grad-cam++");
        }
    }

    @Nested
    class XGradCamMemory extends FewerPasses {
        @Override
        protected AttributionMethod method() {
            return Parts.method("xgrad-cam");
        }
    }

    @Nested
    class LayerCamMemory extends FewerPasses {
        @Override
        protected AttributionMethod method() {
            return Parts.method("layer-cam");
        }
    }

    @Nested
    class HiresCamMemory extends FewerPasses {
        @Override
        protected AttributionMethod method() {
            return Parts.method("hires-cam");
        }
    }

    @Nested
    class EigenCamMemory extends FewerPasses {
        @Override
        protected AttributionMethod method() {
            return Parts.method("eigen-cam");
        }
    }

    @Nested
    class GuidedGradCamMemory extends FewerPasses {
        @Override
        protected AttributionMethod method() {
            return Parts.method("guided-grad-cam");
        }
    }

    /** Their passes are Grad-CAM's, which is watched for longer. */
    private abstract static class FewerPasses extends NativeMemoryContract {
        @Override
        protected int passes() {
            return 100;
        }
    }

    /** Serves every layer, cut or not. */
    private abstract static class Everywhere extends AttributionMethodContract {
        @Override
        protected List<String> layers(Network network) {
            return network.layersWithPositions();
        }
    }
}
