/**
 * The ways to choose layers that every catalog has.
 */
package org.stratigraph.core.probe;
