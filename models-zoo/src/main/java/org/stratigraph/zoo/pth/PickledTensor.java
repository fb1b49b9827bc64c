package org.stratigraph.zoo.pth;

import java.io.IOException;

/** A tensor as a pickle describes it: a window on a storage, not yet checked against that storage. */
record PickledTensor(Storage storage, long offset, long[] shape, long[] strides) {
    /** From the arguments of torch's function: storage, offset, shape, strides, then what only training needs. */
    static PickledTensor rebuilt(Object[] arguments) throws IOException {
        if (arguments.length >= 4 && arguments[0] instanceof Storage storage) {
            return new PickledTensor(
                    storage,
                    PickledNumber.of(arguments[1]),
                    PickledNumber.all(arguments[2]),
                    PickledNumber.all(arguments[3]));
        }
        throw new IOException("it rebuilds a tensor without a storage, an offset, a shape and strides");
    }
}
