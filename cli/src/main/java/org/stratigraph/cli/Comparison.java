package org.stratigraph.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a comparison compares, as its file says it; {@code compare.yaml} explains each key. What is left out takes its default.
 * Immutable.
 *
 * @param controls whether a random map and an edge detector are scored beside the subjects
 * @param pictures how many are shown, and their maps kept
 * @param classes how many of each picture are explained
 * @param layers a probe: those that the page's slider walks
 */
record Comparison(
        List<ModelPart> models,
        List<DataPart> data,
        List<String> subjects,
        Boolean controls,
        List<String> metrics,
        String target,
        Integer pictures,
        Integer classes,
        String layers,
        String fuser,
        Long seed,
        String device,
        String precision,
        String memory) {
    private static final int LIMIT = 32;
    private static final int PICTURES = 8;
    private static final int CLASSES = 2;

    Comparison {
        models = filled(models, "models", List.of(ModelPart.of("scenes-resnet50"), ModelPart.of("scenes-vgg16")));
        data = filled(data, "data", List.of(DataPart.of("scenes")));
        subjects = filled(subjects, "subjects", PaperSubjects.COMPARED);
        controls = controls == null || controls;
        metrics = filled(metrics, "metrics", List.of("lerf", "morf", "energy-pointing-game"));
        target = target == null ? "answer" : target;
        pictures = within("pictures", pictures == null ? PICTURES : pictures, 0);
        classes = within("classes", classes == null ? CLASSES : classes, 1);
        layers = layers == null ? "fusion" : layers;
        fuser = fuser == null ? "tif:alpha=0.7" : fuser;
        seed = seed == null ? 1L : seed;
        device = device == null ? "auto" : device;
        precision = precision == null ? "float32" : precision;
        models.forEach(part -> required("model", part.model())); // here, after unknown keys have been named
        data.forEach(part -> required("data", part.data()));
        requireDifferent("model", models.stream().map(ModelPart::name).toList(), "give each a name of its own");
        requireDifferent("data", data.stream().map(DataPart::name).toList(), "name it once");
        requireDifferent("subject", subjects, "name it once");
        requireDifferent("metric", metrics, "name it once");
    }

    /**
     * A model.
     *
     * @param weights a file; null for those that come with the model
     * @param name tells it apart from the others
     */
    record ModelPart(String model, String weights, String name) {
        ModelPart {
            name = name == null ? model : name;
        }

        static ModelPart of(String model) {
            return new ModelPart(model, null, null);
        }

        Optional<String> file() {
            return Optional.ofNullable(weights);
        }
    }

    /**
     * Pictures.
     *
     * @param limit at most so many, drawn by the seed
     */
    record DataPart(String data, String split, Integer limit) {
        DataPart {
            split = split == null ? "test" : split;
            limit = within("limit", limit == null ? LIMIT : limit, 1);
        }

        static DataPart of(String data) {
            return new DataPart(data, null, null);
        }

        String name() {
            return split.equals("test") ? data : data + "-" + split;
        }
    }

    /** What a comparison is where nothing is said. */
    static Comparison standard() {
        return new Comparison(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The subjects, and the controls that stand beside them in every table. */
    List<String> scored() {
        return controls ? PaperSubjects.withControls(subjects) : subjects;
    }

    private static <T> List<T> filled(List<T> list, String key, List<T> standard) {
        if (list == null) {
            return standard;
        }
        if (list.isEmpty() || list.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(key + ": name at least one, or leave the key out");
        }
        return List.copyOf(list);
    }

    private static void required(String key, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + ": a name is missing");
        }
    }

    private static int within(String key, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(key + " takes at least " + least + ", not " + value);
        }
        return value;
    }

    private static void requireDifferent(String what, List<String> names, String advice) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(FileNames.safe(name))) {
                throw new IllegalArgumentException(what + " '" + name + "' is there twice: " + advice);
            }
        }
    }
}
