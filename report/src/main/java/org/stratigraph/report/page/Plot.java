package org.stratigraph.report.page;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines of points over two axes, as inline SVG with its legend beneath. Immutable.
 *
 * @param across what the axis below says
 * @param up what the axis at the left says
 * @param names of the places 0, 1, 2 ... along the axis below; empty where it has numbers
 */
record Plot(String title, String across, String up, List<String> names, List<Line> lines) {
    private static final int WIDTH = 560;
    private static final int LEFT = 62;
    private static final int RIGHT = 545;
    private static final int TOP = 12;
    private static final int BOTTOM = 290;
    private static final int COLOURS = 8;

    /** One subject's points. */
    record Line(String name, List<Point> points, boolean joined) {}

    /** A point; with the ends of its intervals, which are its own place where it has none. */
    record Point(double x, double y, double left, double right, double low, double high) {
        Point(double x, double y) {
            this(x, y, x, x, y, y);
        }
    }

    String html() {
        Ticks x = names.isEmpty() ? ticks(Point::left, Point::right) : Ticks.over(0, Math.max(1, names.size() - 1));
        Ticks y = ticks(Point::low, Point::high);
        StringBuilder svg = new StringBuilder("<figure class=\"chart\"><figcaption>")
                .append(Markup.text(title))
                .append("</figcaption>\n<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height())
                .append("\" role=\"img\" aria-label=\"")
                .append(Markup.text(title + ": " + up + " against " + across))
                .append("\">\n");
        axisBelow(svg, x);
        axisAtLeft(svg, y);
        for (int i = 0; i < lines.size(); i++) {
            line(svg, i, new Scale(x, y));
        }
        return svg.append("</svg>\n")
                .append(legend())
                .append(numbers())
                .append("</figure>\n")
                .toString();
    }

    /** Names of layers hang below the axis, aslant, and need room. */
    private int height() {
        return names.isEmpty() ? BOTTOM + 44 : BOTTOM + 84;
    }

    private Ticks ticks(ToDoubleFunction<Point> low, ToDoubleFunction<Point> high) {
        List<Point> points =
                lines.stream().flatMap(line -> line.points().stream()).toList();
        return Ticks.over(
                points.stream().mapToDouble(low).min().orElse(0),
                points.stream().mapToDouble(high).max().orElse(1));
    }

    private void axisBelow(StringBuilder svg, Ticks x) {
        if (names.isEmpty()) {
            for (double place : x.places()) {
                double at = Scale.along(place, x, LEFT, RIGHT);
                svg.append(text(at, BOTTOM + 18, "middle", Markup.number(place)));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            double at = Scale.along(i, x, LEFT, RIGHT);
            svg.append("<g transform=\"translate(%s %d) rotate(-40)\">".formatted(number(at + 4), BOTTOM + 14))
                    .append(text(0, 0, "end", names.get(i)))
                    .append("</g>\n");
        }
        svg.append(text((LEFT + RIGHT) / 2.0, height() - 6, "middle", across));
    }

    private void axisAtLeft(StringBuilder svg, Ticks y) {
        for (double place : y.places()) {
            double at = Scale.along(place, y, BOTTOM, TOP);
            svg.append("<path class=\"rule\" d=\"M%d %sH%d\"/>".formatted(LEFT, number(at), RIGHT))
                    .append(text(LEFT - 8, at + 4, "end", Markup.number(place)));
        }
        svg.append("<g transform=\"translate(14 %d) rotate(-90)\">".formatted((TOP + BOTTOM) / 2))
                .append(text(0, 0, "middle", up))
                .append("</g>\n");
    }

    private void line(StringBuilder svg, int index, Scale scale) {
        Line line = lines.get(index);
        svg.append("<g class=\"line ").append(look(index)).append("\"><title>");
        svg.append(Markup.text(line.name())).append("</title>");
        if (line.joined()) {
            String path = line.points().stream()
                    .map(point -> number(scale.x(point.x())) + " " + number(scale.y(point.y())))
                    .collect(Collectors.joining("L", "M", ""));
            svg.append("<path d=\"").append(path).append("\"/>");
        }
        for (Point point : line.points()) {
            svg.append(interval(point, scale))
                    .append("<circle cx=\"%s\" cy=\"%s\" r=\"%d\"/>"
                            .formatted(number(scale.x(point.x())), number(scale.y(point.y())), line.joined() ? 2 : 5));
            if (!line.joined()) {
                double above = scale.y(point.y()) - 9;
                svg.append(text(scale.x(point.x()) + 8, above, "start", String.valueOf(index + 1)));
            }
        }
        svg.append("</g>\n");
    }

    private static String interval(Point point, Scale scale) {
        if (point.low() == point.high() && point.left() == point.right()) {
            return "";
        }
        return "<path class=\"interval\" d=\"M%s %sH%sM%s %sV%s\"/>"
                .formatted(
                        number(scale.x(point.left())),
                        number(scale.y(point.y())),
                        number(scale.x(point.right())),
                        number(scale.x(point.x())),
                        number(scale.y(point.low())),
                        number(scale.y(point.high())));
    }

    private String legend() {
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .map(i -> "<li class=\"" + look(i) + "\"><svg viewBox=\"0 0 24 8\" aria-hidden=\"true\">"
                        + "<path d=\"M0 4H24\"/></svg><span>"
                        + (lines.get(i).joined() ? "" : i + 1 + ". ")
                        + Markup.text(lines.get(i).name()) + "</span></li>")
                .collect(Collectors.joining("", "<ul class=\"legend\">", "</ul>"));
    }

    /** Curves as text, for those who do not see them; every other plot's numbers are in the section's tables. */
    private String numbers() {
        if (!names.isEmpty() || lines.stream().noneMatch(Line::joined)) {
            return "";
        }
        return lines.stream()
                .map(line -> "<li>" + Markup.text(line.name()) + ": "
                        + line.points().stream()
                                .map(point -> Markup.number(point.y()) + " at " + Markup.number(point.x()))
                                .collect(Collectors.joining(", "))
                        + "</li>")
                .collect(Collectors.joining("", "<details><summary>Numbers</summary><ul>", "</ul></details>"));
    }

    /** Eight colours, each whole, dashed and dotted. */
    private static String look(int index) {
        return "ink" + index % COLOURS + " dash" + index / COLOURS % 3;
    }

    private static String text(double x, double y, String anchor, String text) {
        return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">"
                + Markup.text(text) + "</text>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** From values to the picture's places. */
    private record Scale(Ticks across, Ticks up) {
        double x(double value) {
            return along(value, across, LEFT, RIGHT);
        }

        double y(double value) {
            return along(value, up, BOTTOM, TOP);
        }

        static double along(double value, Ticks ticks, double from, double to) {
            return from + (value - ticks.low()) / (ticks.high() - ticks.low()) * (to - from);
        }
    }
}
