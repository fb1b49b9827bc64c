package org.stratigraph.backdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;
import org.stratigraph.core.spi.Trigger;

/** Metrics of models whose reason is known, and triggers to implant one with. */
public final class BackdoorPlugin implements Plugin {
    private static final Setting CORNER =
            Setting.of("corner", "top-left", "top-left, top-right, bottom-left or bottom-right");
    private static final Setting SIDE =
            Setting.of("side", "64", "width and height, in pixels of a picture of 224 x 224: 4 to 224");
    private static final Setting OPACITY = Setting.of("opacity", "1", "above 0 to 1: below 1 it is blended in");
    private static final Setting FIELDS = Setting.of("fields", "8", "fields per side, from 1 on");
    private static final Setting FILE = Setting.of("file", "", "a PNG or JPEG file, stretched over the square");

    @Override
    public List<Named<Metric>> metrics() {
        return List.of(
                Named.of(
                        "class-sensitivity",
                        "energy around the right one of two triggers, 0 to 1 (the paper, 3.2)",
                        new ClassSensitivity()),
                Named.of(
                        "fine-grained-localisation",
                        "energy within 8 pixels of an X one pixel wide, 0 to 1 (the paper, 3.3)",
                        new FineGrainedLocalisation()),
                Named.of(
                        "completeness",
                        "mean over maximum of the energy in a square trigger, 0 to 1 (the paper, 4.1)",
                        new Completeness()));
    }

    @Override
    public List<Named<Trigger>> triggers() {
        return List.of(
                Named.of("square", "a white square", List.of(CORNER, SIDE, OPACITY), figure(Shape.SQUARE)),
                Named.of("cross", "a white X, one pixel wide", List.of(CORNER, SIDE, OPACITY), figure(Shape.CROSS)),
                Named.of(
                        "checkerboard",
                        "white and black fields",
                        List.of(CORNER, SIDE, OPACITY, FIELDS),
                        settings -> mark(settings, Shape.SQUARE, Paint.checkerboard(settings.integer("fields", 1)))),
                Named.of(
                        "picture",
                        "any picture",
                        List.of(CORNER, SIDE, OPACITY, FILE),
                        settings -> mark(settings, Shape.SQUARE, picture(settings.text("file")))));
    }

    private static Function<Settings, Trigger> figure(Shape shape) {
        return settings -> mark(settings, shape, Paint.WHITE);
    }

    private static Mark mark(Settings settings, Shape shape, Paint paint) {
        Patch patch = new Patch(shape, settings.choice("corner", Corner.class), settings.integer("side"));
        return new Mark(patch, paint, settings.decimal("opacity"));
    }

    private static Paint picture(String file) {
        if (file.isEmpty()) {
            throw new IllegalArgumentException("trigger 'picture' needs file=PATH");
        }
        try {
            return Paint.picture(ImageFile.read(Path.of(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }
}
