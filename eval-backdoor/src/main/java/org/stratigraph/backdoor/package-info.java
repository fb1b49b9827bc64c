/**
 * Attribution measured where the decision is known: triggers, poisoned models and the metrics of sections 3 and 4.1 of the paper.
 */
package org.stratigraph.backdoor;
