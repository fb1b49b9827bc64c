/**
 * The CAM family: maps made of a layer's activations and weights, for whoever assembles a catalog.
 */
package org.stratigraph.cam;
