package org.stratigraph.zoo.data;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The {@code segmentation} of a COCO object: a list of polygons, or runs with their picture's size, as numbers or as text. What
 * there is decides, and not whether the object is a crowd, since many tools write runs for single objects too.
 */
final class CocoOutline {
    private static final int MOST_NUMBERS = 1 << 20; // of one list; the longest of COCO 2017 have some thousands

    private CocoOutline() {}

    /**
     * Reads the one that comes next.
     *
     * @throws IllegalArgumentException saying where what is wrong
     */
    static Outline read(JsonReader json) throws IOException {
        try {
            return switch (json.peek()) {
                case BEGIN_ARRAY -> polygons(json);
                case BEGIN_OBJECT -> runs(json);
                default -> {
                    json.nextNull();
                    yield Outline.UNKNOWN;
                }
            };
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(wrong.getMessage() + " at " + json.getPath(), wrong);
        }
    }

    private static Outline polygons(JsonReader json) throws IOException {
        List<float[]> polygons = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            polygons.add(corners(json));
        }
        Outline outline = polygons.isEmpty() ? Outline.UNKNOWN : new Polygons(polygons);
        json.endArray();
        return outline;
    }

    private static float[] corners(JsonReader json) throws IOException {
        float[] numbers = new float[16];
        int found = 0;
        json.beginArray();
        while (json.hasNext()) {
            numbers = found < numbers.length ? numbers : Arrays.copyOf(numbers, longer(found));
            numbers[found++] = (float) json.nextDouble(); // 24 bits: COCO gives hundredths of a pixel
        }
        json.endArray();
        return Arrays.copyOf(numbers, found);
    }

    private static Outline runs(JsonReader json) throws IOException {
        int[] size = {};
        int[] counts = {};
        String text = "";
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "size" -> size = integers(json);
                case "counts" -> {
                    boolean packed = json.peek() == JsonToken.STRING;
                    text = packed ? json.nextString() : "";
                    counts = packed ? counts : integers(json);
                }
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (size.length != 2) {
            throw new IllegalArgumentException("runs need a size of two numbers, rows and columns");
        }
        return text.isEmpty() ? new Runs(size[1], size[0], counts) : new CompressedRuns(size[1], size[0], text);
    }

    private static int[] integers(JsonReader json) throws IOException {
        int[] numbers = new int[16];
        int found = 0;
        json.beginArray();
        while (json.hasNext()) {
            numbers = found < numbers.length ? numbers : Arrays.copyOf(numbers, longer(found));
            numbers[found++] = json.nextInt();
        }
        json.endArray();
        return Arrays.copyOf(numbers, found);
    }

    private static int longer(int length) {
        if (length >= MOST_NUMBERS) {
            throw new IllegalArgumentException("a list of more than " + MOST_NUMBERS + " numbers is not accepted");
        }
        return 2 * length;
    }
}
