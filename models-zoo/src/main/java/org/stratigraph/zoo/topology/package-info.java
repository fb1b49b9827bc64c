/**
 * torchvision's topologies, written once against a source of parameters; for the zoo's model loaders.
 */
package org.stratigraph.zoo.topology;
