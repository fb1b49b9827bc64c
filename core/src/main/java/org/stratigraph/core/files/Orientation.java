package org.stratigraph.core.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.stratigraph.core.image.RgbImage;

/** How a stored picture is turned for the eye, in the order of EXIF's values 1 to 8 (EXIF 2.3, tag 0x0112). */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, false, true),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, true, false),
    TRANSPOSED(true, false, false),
    QUARTER_RIGHT(true, true, false),
    TRANSVERSED(true, true, true),
    QUARTER_LEFT(true, false, true);

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private final boolean swapsAxes;
    private final boolean fromLastRow;
    private final boolean fromLastColumn;

    Orientation(boolean swapsAxes, boolean fromLastRow, boolean fromLastColumn) {
        this.swapsAxes = swapsAxes;
        this.fromLastRow = fromLastRow;
        this.fromLastColumn = fromLastColumn;
    }

    /**
     * Looks up one entry in the first directory of an EXIF block, which has TIFF's layout; upright without it. A full
     * EXIF reader would copy every value, and 64 KB of hostile entries can name a gigabyte of them.
     */
    static Orientation ofExif(ByteBuffer block) {
        try {
            ByteBuffer tiff = block.slice().order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i; // tag, type, count, value: 2 + 2 + 4 + 4 bytes
                if (tiff.getShort(entry) == TAG && tiff.getShort(entry + 2) == SHORT) {
                    return values()[tiff.getShort(entry + 8) - 1];
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException broken) { // an offset beyond the block, or a value that is not 1 to 8
            return UPRIGHT;
        }
    }

    RgbImage apply(RgbImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int height = swapsAxes ? stored.width() : stored.height();
        int width = swapsAxes ? stored.height() : stored.width();
        byte[] turned = new byte[3 * width * height];
        int to = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = swapsAxes ? x : y;
                int column = swapsAxes ? y : x;
                row = fromLastRow ? stored.height() - 1 - row : row;
                column = fromLastColumn ? stored.width() - 1 - column : column;
                for (int channel = 0; channel < 3; channel++) {
                    turned[to++] = (byte) stored.sample(row, column, channel);
                }
            }
        }
        return new RgbImage(width, height, turned);
    }
}
