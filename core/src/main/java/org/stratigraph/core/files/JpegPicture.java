package org.stratigraph.core.files;

import java.io.IOException;
import org.stratigraph.core.image.RgbImage;

/** A JPEG file's stored components as 8-bit RGB. */
final class JpegPicture {
    private JpegPicture() {}

    static RgbImage decode(byte[] content) throws IOException {
        JpegMarkers markers = JpegMarkers.read(content);
        RasterPixels.ToRgb toRgb = markers.colours().toRgb();
        // Not read(0), which applies colour profiles and takes some colours for others than libjpeg does.
        RgbImage stored = Decoder.decode(
                "jpeg",
                content,
                reader -> RasterPixels.convert(reader.readRaster(0, reader.getDefaultReadParam()), toRgb));
        return markers.orientation().apply(stored);
    }
}
