/** Reads the state dicts that PyTorch's {@code torch.save} writes, without running anything they ask for. */
package org.stratigraph.zoo.pth;
