package org.stratigraph.cam;

import java.util.List;
import org.stratigraph.core.engine.Interpolation;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;

/** The family of class activation maps. */
public final class CamPlugin implements Plugin {
    // 224, 324 ... 924 pixels for an input of 224
    private static final String OFFICIAL_FACTORS = "1/1.4464/1.8929/2.3393/2.7857/3.2321/3.6786/4.125";

    @Override
    public List<Named<AttributionMethod>> methods() {
        return List.of(
                combined("grad-cam", "activation times mean gradient (Selvaraju et al., 2017)", Combination.GRAD_CAM),
                combined(
                        "grad-cam++",
                        "activation times mean positive gradient, weighted (Chattopadhay et al., 2018)",
                        Combination.GRAD_CAM_PLUS_PLUS),
                combined(
                        "xgrad-cam",
                        "activation times its mean share of the gradient (Fu et al., 2020)",
                        Combination.XGRAD_CAM),
                combined(
                        "layer-cam",
                        "activation times positive gradient, position by position (Jiang et al., 2021)",
                        Combination.LAYER_CAM),
                combined(
                        "hires-cam",
                        "activation times gradient, position by position (Draelos and Carin, 2020)",
                        Combination.HIRES_CAM),
                Named.of(
                        "eigen-cam",
                        "first principal component of the activation, whatever the class (Muhammad and Yeasin, 2020)",
                        new EigenCam()),
                Named.of(
                        "ablation-cam",
                        "activation times what the output loses without the channel (Desai and Ramaswamy, 2020)",
                        new AblationCam()),
                Named.of(
                        "score-cam",
                        "activation times the score of the image that it masks (Wang et al., 2020)",
                        List.of(Setting.of(
                                "variant",
                                "official",
                                "official (the authors' code) or softmax-channels (pytorch-grad-cam)")),
                        settings -> new ScoreCam(settings.choice("variant", MaskScoring.class))),
                Named.of(
                        "cameras",
                        "mean activation times mean gradient over input sizes (Jalwana et al., 2021)",
                        List.of(
                                Setting.of(
                                        "factors",
                                        OFFICIAL_FACTORS,
                                        "sizes by the input's own, between slashes, the first of them 1"),
                                Setting.of(
                                        "agreeing",
                                        "false",
                                        "true: sizes at which the network answers otherwise do not count")),
                        CamPlugin::cameras),
                Named.of(
                        "fullgrad",
                        "input and all biases times their gradients (Srinivas and Fleuret, 2019); complete before it is shown",
                        new FullGrad()),
                Named.of(
                        "guided-grad-cam",
                        "guided backpropagation at the input times grad-cam at the layer (Selvaraju et al., 2017)",
                        List.of(
                                Setting.of(
                                        "upsampling",
                                        "bilinear",
                                        "bilinear (the paper's), bilinear-corners, nearest (Captum's) or bicubic"),
                                Setting.of("times-input", "false", "true multiplies by the input as well")),
                        settings -> new GuidedGradCam(
                                settings.choice("upsampling", Interpolation.class), settings.flag("times-input"))));
    }

    private static Named<AttributionMethod> combined(String name, String summary, Combination combination) {
        return Named.of(name, summary, new GradientCam(combination));
    }

    private static AttributionMethod cameras(Settings settings) {
        List<Double> factors = settings.decimals("factors", "/");
        if (factors.isEmpty() || factors.get(0) != 1 || factors.stream().anyMatch(factor -> factor <= 0)) {
            throw new IllegalArgumentException(
                    "factors are sizes above 0, the first of them 1, not " + settings.text("factors"));
        }
        return new Cameras(factors, settings.flag("agreeing"));
    }
}
