/** Where a network's numbers come from: named tensors behind one interface, and the file formats that hold them. */
package org.stratigraph.core.weights;
