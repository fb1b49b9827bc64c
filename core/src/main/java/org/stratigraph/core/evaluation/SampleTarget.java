package org.stratigraph.core.evaluation;

import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.Sample;

/** What is asked about a sample, by metrics that ask about samples as they are. */
@FunctionalInterface
public interface SampleTarget {
    /** The logit of the class that the model answers. */
    SampleTarget ANSWER = (sample, scores) -> Target.logit(scores.ranking().get(0));

    /** The logit of the class that the data source says it is. */
    SampleTarget LABEL = (sample, scores) -> Target.logit(sample.label());

    /** The target for one sample. */
    Target target(Sample sample, Scores scores);
}
