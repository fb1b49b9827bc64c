/**
 * A convolutional network as a visible graph, its forward pass and the backward sweep under exchangeable rules; for
 * methods and model loaders.
 */
package org.stratigraph.core.network;
