package org.stratigraph.zoo.pth;

import java.io.IOException;
import org.stratigraph.core.files.ElementType;

/** A run of numbers in an entry of its own in the file; several tensors may share it. */
record Storage(ElementType type, String key, long count) {
    /** From the five-part name by which a pickle refers to it: 'storage', its class, key, device and count. */
    static Storage named(Object id) throws IOException {
        if (id instanceof Object[] parts
                && parts.length == 5
                && "storage".equals(parts[0])
                && parts[1] instanceof ElementType type
                && parts[2] instanceof String key
                && parts[4] instanceof Number count) {
            return new Storage(type, key, PickledNumber.of(count));
        }
        throw new IOException("it refers to something outside the pickle that is no storage of a tensor");
    }
}
