/**
 * Heap values that cross every border of the system: images, tensors and maps; JDK only, for everybody's use.
 */
package org.stratigraph.core.image;
