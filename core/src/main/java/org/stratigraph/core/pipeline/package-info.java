/**
 * The way from images and a model to maps, without a word about how they are shown; for the CLI and for embedders.
 */
package org.stratigraph.core.pipeline;
