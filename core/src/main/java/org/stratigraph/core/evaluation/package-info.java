/**
 * From subjects, metrics and samples to scores, their means and their intervals; for the CLI and for embedders.
 */
package org.stratigraph.core.evaluation;
