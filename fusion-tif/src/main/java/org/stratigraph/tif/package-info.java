/**
 * Fusers that turn the maps of all layers into one saliency map, Threshold Interception and Fusion first.
 */
package org.stratigraph.tif;
