package org.stratigraph.core.files;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Reads what a safetensors header says of one tensor: exactly dtype, shape and data_offsets. */
final class SafeTensorsEntryParser {
    private static final int HIGHEST_RANK = 64;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final JsonReader json;
    private final String where;

    private SafeTensorsEntryParser(JsonReader json, String where) {
        this.json = json;
        this.where = where;
    }

    /** @throws IOException saying what is wrong, beginning with {@code where} */
    static SafeTensorsEntry parse(JsonReader json, String where) throws IOException {
        return new SafeTensorsEntryParser(json, where).entry();
    }

    private SafeTensorsEntry entry() throws IOException {
        SafeTensorsHeaderParser.expect(json, JsonToken.BEGIN_OBJECT, where);
        Map<String, Object> fields = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            Object value = switch (key) {
                case "dtype" -> type();
                case "shape" -> numbers("shape", HIGHEST_RANK);
                case "data_offsets" -> numbers("data_offsets", 2);
                default ->
                    throw new IOException(
                            where + " has " + Quote.of(key) + "; only dtype, shape and data_offsets belong there");
            };
            if (fields.put(key, value) != null) {
                throw new IOException(where + " has " + key + " twice");
            }
        }
        json.endObject();
        return entry(fields);
    }

    private SafeTensorsEntry entry(Map<String, Object> fields) throws IOException {
        if (fields.get("dtype") instanceof ElementType type
                && fields.get("shape") instanceof long[] shape
                && fields.get("data_offsets") instanceof long[] offsets) {
            if (offsets.length != 2) {
                throw new IOException(where + ", data_offsets must be two numbers, found " + offsets.length);
            }
            try {
                return SafeTensorsEntry.of(type, lengths(shape), offsets[0], offsets[1]);
            } catch (IOException e) {
                throw new IOException(where + ": " + e.getMessage(), e);
            }
        }
        throw new IOException(where + " must have dtype, shape and data_offsets, found " + fields.keySet());
    }

    private static int[] lengths(long[] shape) throws IOException {
        if (Arrays.stream(shape).anyMatch(length -> length > Integer.MAX_VALUE)) {
            throw new IOException("the shape " + Arrays.toString(shape) + " has a length above 2147483647");
        }
        return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    }

    private ElementType type() throws IOException {
        SafeTensorsHeaderParser.expect(json, JsonToken.STRING, where + ", dtype");
        String name = json.nextString();
        return Arrays.stream(ElementType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException(where + " has the unknown dtype " + Quote.of(name) + "; known are "
                        + Arrays.toString(ElementType.values())));
    }

    private long[] numbers(String field, int most) throws IOException {
        LongStream.Builder numbers = LongStream.builder();
        SafeTensorsHeaderParser.expect(json, JsonToken.BEGIN_ARRAY, where + ", " + field);
        json.beginArray();
        for (int i = 0; json.hasNext(); i++) {
            if (i == most) {
                throw new IOException(where + ", " + field + " has more than " + most + " numbers");
            }
            numbers.add(number(field));
        }
        json.endArray();
        return numbers.build().toArray();
    }

    private long number(String field) throws IOException {
        SafeTensorsHeaderParser.expect(json, JsonToken.NUMBER, where + ", " + field);
        String digits = json.nextString();
        if (!WHOLE_NUMBER.matcher(digits).matches()) {
            throw new IOException(
                    where + ", " + field + " must hold whole numbers from 0 up, found " + Quote.of(digits));
        }
        return Long.parseLong(digits);
    }
}
