package org.stratigraph.core.spi;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;

/**
 * Measures, image by image, how well maps say what a model looked at: it asks for maps, and gives them a score. Stateless,
 * thread-safe.
 */
public interface Metric {
    /** Which scores are good ones. */
    Direction better();

    /**
     * What it needs explained. Of the picture as it is, {@link Case#asIs} is the question, which metrics then share.
     *
     * @return in an order that {@link #score} relies on; empty where the metric can say nothing of this sample, which is then
     *     left out of its mean
     * @throws IllegalArgumentException if the metric does not fit the model: if a class is missing, say
     */
    List<Question> questions(Case sample);

    /**
     * Judges one subject's maps.
     *
     * @param answers one map per question, signed, at the input's size, finite
     */
    Score score(Case sample, List<SaliencyMap> answers);
}
