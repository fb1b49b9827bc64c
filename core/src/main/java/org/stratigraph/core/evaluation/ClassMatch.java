package org.stratigraph.core.evaluation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;

/**
 * Which of a model's classes a data source's classes are: those of the same name, whatever its case, however either side
 * numbers them; by number, where one side knows no names. Immutable.
 */
public final class ClassMatch {
    private static final int SHOWN = 5;

    private final Labels data;
    private final Labels model;
    private final int[] classes;
    private final boolean strangers;

    private ClassMatch(Labels data, Labels model, IntUnaryOperator classOf, boolean strangers) {
        this.data = data;
        this.model = model;
        this.classes = IntStream.range(0, data.names().size()).map(classOf).toArray();
        this.strangers = strangers;
    }

    /** Compares the names. As many names, none of which is the model's, are taken in their order, and {@link #note} says so. */
    public static ClassMatch of(Labels data, Labels model) {
        int labels = data.names().size();
        int known = model.names().size();
        IntUnaryOperator byNumber = label -> label < known ? label : none(label);
        if (data.equals(model) || isNumbered(data)) {
            return new ClassMatch(data, model, byNumber, false);
        }
        if (isNumbered(model)) {
            return new ClassMatch(data, model, labels == known ? byNumber : ClassMatch::none, false);
        }
        ClassMatch byName = new ClassMatch(data, model, label -> only(label, data, model), false);
        boolean strangers = labels == known && byName.unmatched().size() == labels;
        return strangers ? new ClassMatch(data, model, byNumber, true) : byName;
    }

    private static boolean isNumbered(Labels labels) {
        return labels.equals(Labels.numbered(labels.names().size()));
    }

    /** No class of the model's, and none that another label of the data's has. */
    private static int none(int label) {
        return -1 - label;
    }

    private static int only(int label, Labels data, Labels model) {
        String name = data.name(label).replace('_', ' ');
        int[] found = IntStream.range(0, model.names().size())
                .filter(index -> model.name(index).equalsIgnoreCase(name))
                .toArray();
        return found.length == 1 ? found[0] : none(label);
    }

    private List<String> unmatched() {
        return IntStream.range(0, classes.length)
                .filter(label -> classes[label] < 0)
                .mapToObj(data::name)
                .toList();
    }

    /**
     * Checks that every class of the data is one of the model's.
     *
     * @throws IllegalArgumentException if one is not
     */
    public void requireAll() {
        if (!unmatched().isEmpty()) {
            throw new IllegalArgumentException(missing());
        }
    }

    /** What a user should know about the match: what is missing, or that it rests on the order alone. */
    public Optional<String> note() {
        if (strangers) {
            return Optional.of(
                    "none of the data's " + classes.length + " classes bears a name of the model's, which has as "
                            + "many: they are taken in their order, '" + data.name(0) + "' as '" + model.name(0) + "'");
        }
        return unmatched().isEmpty() ? Optional.empty() : Optional.of(missing());
    }

    private String missing() {
        int known = model.names().size();
        if (isNumbered(data)) {
            return "the data's labels go up to " + (classes.length - 1) + " and the model's classes are 0 to "
                    + (known - 1);
        }
        if (isNumbered(model)) {
            return "the data has " + classes.length + " classes and the model, which knows no names, tells " + known
                    + " apart";
        }
        List<String> names = unmatched();
        String shown = String.join("', '", names.subList(0, Math.min(SHOWN, names.size())));
        String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
        return "the model, of " + known + " classes, has no class '" + shown + "'" + more + " of the data's "
                + classes.length;
    }

    /** The samples with the model's numbers as labels; a class that the model does not have bears a number of its own below 0. */
    public Samples of(Samples samples) {
        return new Samples() {
            @Override
            public int size() {
                return samples.size();
            }

            @Override
            public Sample sample(int index) throws IOException {
                Sample sample = samples.sample(index);
                List<SampleObject> objects = sample.objects().stream()
                        .map(object -> new SampleObject(classes[object.label()], object.box(), object.mask()))
                        .toList();
                return new Sample(sample.name(), sample.image(), classes[sample.label()], objects);
            }
        };
    }
}
