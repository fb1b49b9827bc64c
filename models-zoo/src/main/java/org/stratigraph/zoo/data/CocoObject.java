package org.stratigraph.zoo.data;

import com.google.gson.stream.JsonReader;
import java.io.IOException;

/**
 * An object as COCO has it. Immutable.
 *
 * @param picture id of the picture that it is in
 * @param category id of its class
 * @param left edge, in pixels and their parts, as are the other three
 */
record CocoObject(long picture, long category, double left, double top, double width, double height, Outline outline) {
    CocoObject {
        for (double number : new double[] {left, top, width, height}) {
            if (!(Math.abs(number) < DrawnObject.FURTHEST)) { // refuses NaN as well
                throw new IllegalArgumentException("a box of picture " + picture + " is no place in a picture");
            }
        }
    }

    /** Reads the one that comes next. */
    static CocoObject read(JsonReader json) throws IOException {
        long picture = -1;
        long category = -1;
        double[] box = {};
        Outline outline = Outline.UNKNOWN;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "image_id" -> picture = json.nextLong();
                case "category_id" -> category = json.nextLong();
                case "bbox" -> box = numbers(json);
                case "segmentation" -> outline = CocoOutline.read(json);
                default -> json.skipValue();
            }
        }
        json.endObject();
        if (picture < 0 || category < 0 || box.length != 4) {
            throw new IllegalArgumentException(
                    "an object needs an image_id, a category_id and a bbox of four numbers " + json.getPath());
        }
        return new CocoObject(picture, category, box[0], box[1], box[2], box[3], outline);
    }

    /** Its box is every pixel of which COCO's holds a part. */
    DrawnObject drawn(int label) {
        return new DrawnObject(
                label,
                (int) Math.floor(left),
                (int) Math.floor(top),
                (int) Math.ceil(left + width),
                (int) Math.ceil(top + height),
                outline);
    }

    private static double[] numbers(JsonReader json) throws IOException {
        double[] four = new double[4];
        json.beginArray();
        for (int i = 0; i < four.length; i++) {
            four[i] = json.nextDouble();
        }
        json.endArray();
        return four;
    }
}
