/**
 * The composition root, the only place that knows Guice: which parts make a pipeline.
 */
package org.stratigraph.cli.assembly;
