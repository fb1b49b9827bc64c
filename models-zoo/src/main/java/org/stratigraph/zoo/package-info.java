/**
 * Models by name and torchvision's weight files for them; offered through one plugin.
 */
package org.stratigraph.zoo;
