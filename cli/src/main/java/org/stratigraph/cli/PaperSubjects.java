package org.stratigraph.cli;

import java.util.List;
import java.util.stream.Stream;

/** What the paper compares, as subjects. */
final class PaperSubjects {
    /**
     * Figure 4 and Figure 6: methods that multiply by the activation, so that they can be compared over layers (3.2). At every
     * layer, noise and paths begin anew: with ten steps, not fifty, that is a matter of minutes and not of hours.
     */
    static final List<String> OVER_LAYERS = List.of(
            "input-x-gradient",
            "input-x-smoothgrad:samples=10",
            "input-x-guided-backprop",
            "deeplift",
            "integrated-gradients:steps=10");

    /** The ten baselines of Tables 1 and 2. */
    static final List<String> BASELINES = List.of(
            "input-x-gradient @ input",
            "smoothgrad @ input",
            "guided-backprop @ input",
            "deeplift @ input",
            "integrated-gradients @ input",
            "grad-cam",
            "score-cam",
            "cameras",
            "fullgrad",
            "guided-grad-cam");

    /** TIF over DeepLIFT, the paper's own rows. */
    static final List<String> TIF = List.of("deeplift | tif:alpha=0.5/0.7/0.9");

    /** TIF over the other methods that it is shown over. */
    static final List<String> TIF_OVER_OTHERS = List.of(
            "input-x-gradient | tif:alpha=0.5/0.7/0.9",
            "input-x-guided-backprop | tif:alpha=0.5/0.7/0.9",
            "input-x-smoothgrad:samples=10 | tif:alpha=0.5/0.7/0.9",
            "integrated-gradients:steps=10 | tif:alpha=0.5/0.7/0.9");

    /** What looks at no network, so that a table says what its scores are worth. */
    static final List<String> CONTROLS = List.of("random", "edge-detector");

    static final List<String> TABLE_1 = Stream.of(BASELINES, TIF, TIF_OVER_OTHERS, CONTROLS)
            .flatMap(List::stream)
            .toList();

    /** Figure 5: the baselines and what multiplying by the input makes of three of them (4.2), then TIF over every base. */
    static final List<String> FIGURE_5 = Stream.of(
                    BASELINES,
                    List.of(
                            "input-x-smoothgrad @ input",
                            "input-x-guided-backprop @ input",
                            "guided-grad-cam:times-input=true"),
                    TIF,
                    TIF_OVER_OTHERS,
                    CONTROLS)
            .flatMap(List::stream)
            .toList();

    /** Figure 18: TIF over DeepLIFT for every alpha. */
    static final List<String> FIGURE_18 = List.of("deeplift | tif:alpha=0/0.1/0.2/0.3/0.4/0.5/0.6/0.7/0.8/0.9/0.95");

    static final List<String> TABLE_2 =
            Stream.of(BASELINES, TIF, CONTROLS).flatMap(List::stream).toList();

    /** What `compare` compares unless told otherwise: the baselines, and the paper's own at the two alphas that it recommends. */
    static final List<String> COMPARED = Stream.of(BASELINES, List.of("deeplift | tif:alpha=0.7/0.9"))
            .flatMap(List::stream)
            .toList();

    private PaperSubjects() {}

    /** Subjects and, after them, the controls that are not among them. */
    static List<String> withControls(List<String> subjects) {
        return Stream.concat(subjects.stream(), CONTROLS.stream()).distinct().toList();
    }
}
