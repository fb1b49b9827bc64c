/**
 * Attribution by backpropagation: methods that carry a class's logit back to a layer; offered through one plugin.
 */
package org.stratigraph.gradient;
