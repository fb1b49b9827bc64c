package org.stratigraph.zoo.pth;

import java.io.IOException;

/** A Python function that a pickle may call, written here anew. */
interface PickledFunction {
    Object call(Object[] arguments) throws IOException;
}
