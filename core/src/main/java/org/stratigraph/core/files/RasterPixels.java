package org.stratigraph.core.files;

import java.awt.image.Raster;
import org.stratigraph.core.image.RgbImage;

/** The walk over the pixels of a decoded raster. */
final class RasterPixels {
    private RasterPixels() {}

    /** From the bands of one pixel, in {@code row} at {@code from}, to red, green and blue in {@code rgb}. */
    @FunctionalInterface
    interface ToRgb {
        void write(int[] row, int from, byte[] rgb, int to);
    }

    static RgbImage convert(Raster raster, ToRgb pixel) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        int[] row = new int[bands * width];
        byte[] rgb = new byte[3 * width * height];
        int to = 0;
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int from = 0; from < row.length; from += bands, to += 3) {
                pixel.write(row, from, rgb, to);
            }
        }
        return new RgbImage(width, height, rgb);
    }
}
