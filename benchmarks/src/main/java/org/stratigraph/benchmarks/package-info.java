/**
 * Ratios measured in one run against raw libtorch; programs, not a library.
 */
package org.stratigraph.benchmarks;
