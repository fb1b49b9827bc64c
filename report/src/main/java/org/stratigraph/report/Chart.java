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

/** Curves and points, each with its name beside the plot, as a PNG. */
public final class Chart {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 620;

    private final XYChart chart;

    /**
     * An empty chart.
     *
     * @param across what the axis below says
     * @param up what the axis at the left says
     */
    public Chart(String title, String across, String up) {
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .theme(Styler.ChartTheme.Matlab)
                .build();
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setPlotGridLinesVisible(true);
        chart.getStyler().setDecimalPattern("0.##");
    }

    /** Adds one curve; at least one point. */
    public Chart curve(String name, List<Double> places, List<Double> values) {
        XYSeries series = chart.addSeries(name, new ArrayList<>(places), new ArrayList<>(values));
        series.setMarker(SeriesMarkers.CIRCLE);
        return this;
    }

    /** Adds one point. */
    public Chart point(String name, double across, double up) {
        chart.addSeries(name, List.of(across), List.of(up))
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        return this;
    }

    /** Writes it, whole or not at all. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
        AtomicFile.write(file, bytes::writeTo);
    }
}
