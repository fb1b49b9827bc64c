package org.stratigraph.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.stratigraph.core.files.AtomicFile;

/** Curves over one axis, as a PNG. */
public final class LineChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 560;

    private final XYChart chart;

    /**
     * An empty chart.
     *
     * @param places what the axis below says
     * @param values what the axis at the left says
     */
    public LineChart(String title, String places, String values) {
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(places)
                .yAxisTitle(values)
                .theme(Styler.ChartTheme.Matlab)
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setPlotGridLinesVisible(true);
        chart.getStyler().setDecimalPattern("0.##");
    }

    /** Adds one curve; at least one point. */
    public LineChart curve(String name, List<Double> places, List<Double> values) {
        XYSeries series = chart.addSeries(name, new ArrayList<>(places), new ArrayList<>(values));
        series.setMarker(SeriesMarkers.CIRCLE);
        return this;
    }

    /** Writes it, whole or not at all. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
        AtomicFile.write(file, bytes::writeTo);
    }
}
