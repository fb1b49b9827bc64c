package org.stratigraph.core.training;

/**
 * What came of one step. Immutable.
 *
 * @param step its number, from 1
 * @param of how many there will be
 * @param loss the mean cross-entropy of the batch before the step, in nats
 * @param accuracy of the batch before the step, dropout and batch statistics included
 * @param seconds that the step took, waiting for its pictures included
 */
public record StepReport(int step, int of, double loss, Accuracy accuracy, double seconds) {
    public double imagesPerSecond() {
        return accuracy.of() / seconds;
    }
}
