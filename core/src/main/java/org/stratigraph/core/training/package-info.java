/**
 * Teaches a network from labelled pictures, in its own arrays; for model makers and for fine-tuning.
 */
package org.stratigraph.core.training;
