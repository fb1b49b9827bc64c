package org.stratigraph.core.files;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.Tensor;

/**
 * Collects tensors and writes them as one safetensors file; the same calls give the same bytes.
 *
 * <p>The header lists tensors in the order added. The data of wider numbers comes first, so that all are aligned.
 */
public final class SafeTensorsWriter {
    private static final int ALIGNMENT = 8;

    private final Map<String, SafeTensorsPart> parts = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    /** Adds a tensor as float32. */
    public SafeTensorsWriter add(String name, Tensor tensor) {
        FloatBuffer values = tensor.values();
        SafeTensorsPart.Encoder floats = (i, to) -> to.putFloat(values.get(i));
        return add(new SafeTensorsPart(name, ElementType.F32, tensor.shape(), tensor.size(), floats));
    }

    /** Adds a tensor as float16, each number rounded to the nearest, ties to even. */
    public SafeTensorsWriter addHalf(String name, Tensor tensor) {
        FloatBuffer values = tensor.values();
        SafeTensorsPart.Encoder half = (i, to) -> to.putShort(Float16.fromFloat(values.get(i)));
        return add(new SafeTensorsPart(name, ElementType.F16, tensor.shape(), tensor.size(), half));
    }

    /**
     * Adds whole numbers as int64.
     *
     * @throws IllegalArgumentException if the shape does not hold exactly these many numbers
     */
    public SafeTensorsWriter addIntegers(String name, long[] values, int... shape) {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        if (size != values.length) {
            throw new IllegalArgumentException("tensor " + Quote.of(name) + ": shape " + Tensor.describe(shape)
                    + " holds " + size + " numbers, given " + values.length);
        }
        long[] copy = values.clone();
        SafeTensorsPart.Encoder whole = (i, to) -> to.putLong(copy[i]);
        return add(new SafeTensorsPart(name, ElementType.I64, shape.clone(), copy.length, whole));
    }

    /** Adds a note; a key may be used once. */
    public SafeTensorsWriter metadata(String key, String value) {
        if (metadata.putIfAbsent(key, value) != null) {
            throw new IllegalArgumentException("the note " + Quote.of(key) + " was added before");
        }
        return this;
    }

    /** Writes everything added so far; a reader never sees a half-written file. */
    public void write(Path target) throws IOException {
        AtomicFile.write(target, this::write);
    }

    private SafeTensorsWriter add(SafeTensorsPart part) {
        if (part.name().equals(SafeTensorsHeaderParser.METADATA)) {
            throw new IllegalArgumentException(part.name() + " is the format's own name; use metadata(key, value)");
        }
        if (parts.putIfAbsent(part.name(), part) != null) {
            throw new IllegalArgumentException("tensor " + Quote.of(part.name()) + " was added before");
        }
        return this;
    }

    private void write(OutputStream out) throws IOException {
        List<SafeTensorsPart> order = new ArrayList<>(parts.values());
        order.sort(Comparator.comparing(part -> -part.type().bytes()));
        byte[] header = header(order).getBytes(StandardCharsets.UTF_8);
        int padding = Math.floorMod(-header.length, ALIGNMENT);
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length + padding).array());
        out.write(header);
        out.write(" ".repeat(padding).getBytes(StandardCharsets.UTF_8));
        for (SafeTensorsPart part : order) {
            part.writeTo(out);
        }
    }

    private String header(List<SafeTensorsPart> order) throws IOException {
        Map<String, Long> begins = begins(order);
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (!metadata.isEmpty()) {
                json.name(SafeTensorsHeaderParser.METADATA).beginObject();
                for (Map.Entry<String, String> note : metadata.entrySet()) {
                    json.name(note.getKey()).value(note.getValue());
                }
                json.endObject();
            }
            for (SafeTensorsPart part : parts.values()) {
                entry(json, part, begins.get(part.name()));
            }
            json.endObject();
        }
        return text.toString();
    }

    private static Map<String, Long> begins(List<SafeTensorsPart> order) {
        Map<String, Long> begins = new HashMap<>();
        long begin = 0;
        for (SafeTensorsPart part : order) {
            begins.put(part.name(), begin);
            begin += part.length();
        }
        return begins;
    }

    private static void entry(JsonWriter json, SafeTensorsPart part, long begin) throws IOException {
        json.name(part.name()).beginObject();
        json.name("dtype").value(part.type().name());
        json.name("shape").beginArray();
        for (int length : part.shape()) {
            json.value(length);
        }
        json.endArray();
        json.name("data_offsets").beginArray();
        json.value(begin).value(begin + part.length()).endArray();
        json.endObject();
    }
}
