package org.stratigraph.core.evaluation;

/**
 * A number with the range that 95 % of resamples fall into. Immutable.
 *
 * @param value measured
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {}
