package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Annotations of VOC's kind, written. */
final class VocXml {
    private VocXml() {}

    static void write(Path file, String objects) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<annotation><filename>x</filename><size><width>4</width><height>3</height></size>" + objects
                        + "</annotation>");
    }

    static String object(String name, int left, int top, int right, int bottom) {
        return element("object", name, left, top, right, bottom);
    }

    static String part(String name, int left, int top, int right, int bottom) {
        return element("part", name, left, top, right, bottom);
    }

    private static String element(String kind, String name, int left, int top, int right, int bottom) {
        return "<" + kind + "><name>" + name + "</name><difficult>0</difficult><bndbox><xmin>" + left + "</xmin><ymin>"
                + top + "</ymin><xmax>" + right + "</xmax><ymax>" + bottom + "</ymax></bndbox></" + kind + ">";
    }
}
