package org.stratigraph.core.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checked header of a safetensors file: its tensors in the order written, and its notes. */
record SafeTensorsHeader(Map<String, SafeTensorsEntry> tensors, Map<String, String> metadata) {
    SafeTensorsHeader {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Checks that the tensors cover the data exactly: no byte twice, and, as the format asks, none unused.
     *
     * @throws IOException naming the first tensor that overlaps, leaves a hole or ends outside
     */
    void checkCovers(long dataLength) throws IOException {
        long covered = 0;
        for (Map.Entry<String, SafeTensorsEntry> tensor : inFileOrder()) {
            SafeTensorsEntry entry = tensor.getValue();
            String name = "tensor " + Quote.of(tensor.getKey());
            if (entry.end() > dataLength) {
                throw new IOException(name + " ends at byte " + entry.end() + " of " + dataLength
                        + " bytes of data: the file is cut short or damaged");
            }
            if (entry.begin() < covered) {
                throw new IOException(name + " begins at byte " + entry.begin() + ", but the tensor before it ends at "
                        + covered + ": tensors must not overlap");
            }
            if (entry.begin() > covered) {
                throw new IOException(name + " begins at byte " + entry.begin() + ", but the tensor before it ends at "
                        + covered + ": there must be no hole");
            }
            covered = entry.end();
        }
        if (covered != dataLength) {
            throw new IOException((dataLength - covered) + " bytes after the last tensor belong to none");
        }
    }

    private List<Map.Entry<String, SafeTensorsEntry>> inFileOrder() {
        List<Map.Entry<String, SafeTensorsEntry>> order = new ArrayList<>(tensors.entrySet());
        order.sort(Map.Entry.comparingByValue(
                Comparator.comparingLong(SafeTensorsEntry::begin).thenComparing(SafeTensorsEntry::end)));
        return order;
    }
}
