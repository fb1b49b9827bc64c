package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Python dict in a pickle, in its order. A value may be anything: {@code null} for None, or the dict itself. */
final class PickledDict {
    private final Map<Object, Object> entries = new LinkedHashMap<>();

    /** Keys are texts and numbers only: hashing a nested key could take for ever. */
    void put(Object key, Object value) throws IOException {
        if (!(key instanceof String || key instanceof Number || key instanceof Boolean)) {
            throw new IOException("it has a dict with keys that are neither texts nor numbers");
        }
        entries.put(key, value);
    }

    Map<Object, Object> entries() {
        return entries;
    }
}
