package org.stratigraph.zoo.data;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pictures, objects and classes that a COCO instances file names, read in one go; outlines stay as they are written. */
final class CocoFile {
    private static final long MOST_BYTES = 1L << 30; // the largest of COCO 2017 has 470 MB

    private final SortedMap<Long, String> files = new TreeMap<>();
    private final SortedMap<Long, String> classes = new TreeMap<>();
    private final Map<Long, List<CocoObject>> objects = new HashMap<>(); // by picture

    private CocoFile() {}

    /** @throws IOException naming the file, if it is too long or not understood */
    static CocoFile read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("cannot read " + file + ": it has " + Files.size(file) + " bytes, at most "
                    + MOST_BYTES + " are accepted");
        }
        CocoFile coco = new CocoFile();
        try (JsonReader json = new JsonReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            json.setStrictness(Strictness.STRICT);
            coco.sections(json);
            coco.check();
        } catch (IOException | IllegalStateException | IllegalArgumentException wrong) { // gson throws all of them
            throw new IOException("cannot read " + file + " as COCO's JSON: " + wrong.getMessage(), wrong);
        }
        return coco;
    }

    /** Where each picture lies within its folder, by its id. */
    SortedMap<Long, String> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** The names of the classes in the order of their ids. */
    List<String> classes() {
        return List.copyOf(classes.values());
    }

    /** The objects of a picture, classes numbered without gaps. */
    List<DrawnObject> drawn(long picture) {
        List<Long> ids = new ArrayList<>(classes.keySet());
        return objects.getOrDefault(picture, List.of()).stream()
                .map(object -> object.drawn(Collections.binarySearch(ids, object.category())))
                .toList();
    }

    private void sections(JsonReader json) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "images" -> named(json, "file_name", files);
                case "categories" -> named(json, "name", classes);
                case "annotations" -> objects(json);
                default -> json.skipValue();
            }
        }
        json.endObject();
    }

    /** A list of objects with an id and a name each. */
    private static void named(JsonReader json, String key, Map<Long, String> names) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            long id = -1;
            String name = "";
            json.beginObject();
            while (json.hasNext()) {
                String field = json.nextName();
                if (field.equals("id")) {
                    id = json.nextLong();
                } else if (field.equals(key)) {
                    name = json.nextString();
                } else {
                    json.skipValue();
                }
            }
            json.endObject();
            if (name.isEmpty() || id < 0 || names.put(id, name) != null) {
                throw new IllegalArgumentException("it needs an id of its own and a " + key + " " + json.getPath());
            }
        }
        json.endArray();
    }

    private void objects(JsonReader json) throws IOException {
        json.beginArray();
        while (json.hasNext()) {
            CocoObject object = CocoObject.read(json);
            objects.computeIfAbsent(object.picture(), picture -> new ArrayList<>())
                    .add(object);
        }
        json.endArray();
    }

    private void check() {
        if (files.isEmpty() || classes.isEmpty() || objects.isEmpty()) {
            throw new IllegalArgumentException(
                    "it needs 'images', 'categories' and 'annotations'; take an instances_*.json");
        }
        files.replaceAll((id, name) -> PictureFiles.within(name));
        objects.values().stream().flatMap(List::stream).forEach(object -> {
            if (!classes.containsKey(object.category())) {
                throw new IllegalArgumentException(
                        "an object is of category " + object.category() + ", which it lacks");
            }
        });
    }
}
