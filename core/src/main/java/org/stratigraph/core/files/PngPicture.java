package org.stratigraph.core.files;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.stratigraph.core.image.RgbImage;

/** A PNG file's stored samples as 8-bit RGB. */
final class PngPicture {
    private PngPicture() {}

    static RgbImage decode(byte[] content) throws IOException {
        Orientation orientation = PngChunks.orientation(content);
        BufferedImage stored = Decoder.decode("png", content, reader -> reader.read(0));
        return orientation.apply(rgb(stored));
    }

    /** Reads the raster, as getRGB() would take grey through a gamma curve. */
    private static RgbImage rgb(BufferedImage stored) {
        Raster raster = stored.getRaster();
        return RasterPixels.convert(
                raster, stored.getColorModel() instanceof IndexColorModel palette ? colour(palette) : samples(raster));
    }

    private static RasterPixels.ToRgb colour(IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        return (row, from, rgb, to) -> {
            int colour = colours[row[from]];
            rgb[to] = (byte) (colour >> 16);
            rgb[to + 1] = (byte) (colour >> 8);
            rgb[to + 2] = (byte) colour;
        };
    }

    /** One or two bands are grey, three or four are colour; the second and the fourth are alpha. */
    private static RasterPixels.ToRgb samples(Raster raster) {
        int shift = raster.getSampleModel().getSampleSize(0) - 8; // 8 or 16 bits: fewer come with a palette
        int next = raster.getNumBands() < 3 ? 0 : 1;
        return (row, from, rgb, to) -> {
            rgb[to] = (byte) (row[from] >> shift);
            rgb[to + 1] = (byte) (row[from + next] >> shift);
            rgb[to + 2] = (byte) (row[from + 2 * next] >> shift);
        };
    }
}
