package org.stratigraph.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.stratigraph.core.files.AtomicFile;

/** Points with names, as a PNG. */
public final class ScatterChart {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 700;

    private final XYChart chart;

    /**
     * An empty chart.
     *
     * @param across what the axis below says
     * @param up what the axis at the left says
     */
    public ScatterChart(String title, String across, String up) {
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(across)
                .yAxisTitle(up)
                .theme(Styler.ChartTheme.Matlab)
                .build();
        chart.getStyler().setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        chart.getStyler().setPlotGridLinesVisible(true);
        chart.getStyler().setDecimalPattern("0.##");
    }

    /** Adds one point. */
    public ScatterChart point(String name, double across, double up) {
        chart.addSeries(name, List.of(across), List.of(up));
        return this;
    }

    /** Writes it, whole or not at all. */
    public void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, bytes, BitmapFormat.PNG);
        AtomicFile.write(file, bytes::writeTo);
    }
}
