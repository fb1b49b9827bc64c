package org.stratigraph.core.files;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalInt;

/** What the components of a JPEG file stand for, and their way to 8-bit RGB: libjpeg's rules, then Pillow's. */
enum JpegColours {
    GREY(JpegColours::grey),
    RGB(JpegColours::rgb),
    YCBCR(JpegColours::ycbcr),
    CMYK(JpegColours::cmyk),
    YCCK(JpegColours::ycck);

    private static final int HALF = 1 << 15; // rounds the 16-bit fixed-point products below

    private final RasterPixels.ToRgb toRgb;

    JpegColours(RasterPixels.ToRgb toRgb) {
        this.toRgb = toRgb;
    }

    /**
     * Guesses as libjpeg's jdapimin.c does.
     *
     * @param ids of the components, in the order of the frame header
     * @param jfif whether there is a JFIF segment
     * @param adobeTransform what the Adobe segment says, if there is one
     */
    static JpegColours of(int[] ids, boolean jfif, OptionalInt adobeTransform) throws IOException {
        return switch (ids.length) {
            case 1 -> GREY;
            case 3 -> isRgb(ids, jfif, adobeTransform) ? RGB : YCBCR;
            case 4 -> adobeTransform.orElse(0) == 0 ? CMYK : YCCK;
            default -> throw new IOException("it has " + ids.length + " colour components, not 1, 3 or 4");
        };
    }

    RasterPixels.ToRgb toRgb() {
        return toRgb;
    }

    private static boolean isRgb(int[] ids, boolean jfif, OptionalInt adobeTransform) {
        if (jfif) {
            return false;
        }
        boolean named = Arrays.equals(ids, new int[] {'R', 'G', 'B'});
        return adobeTransform.isPresent() ? adobeTransform.getAsInt() == 0 : named;
    }

    private static void grey(int[] row, int from, byte[] rgb, int to) {
        put(rgb, to, row[from], row[from], row[from]);
    }

    private static void rgb(int[] row, int from, byte[] rgb, int to) {
        put(rgb, to, row[from], row[from + 1], row[from + 2]);
    }

    /** libjpeg, jdcolor.c: factors 1.402, 0.34414, 0.71414 and 1.772, times 2^16. */
    private static void ycbcr(int[] row, int from, byte[] rgb, int to) {
        int luma = row[from];
        int blue = row[from + 1] - 128;
        int red = row[from + 2] - 128;
        put(
                rgb,
                to,
                luma + ((91881 * red + HALF) >> 16),
                luma + ((-22554 * blue - 46802 * red + HALF) >> 16),
                luma + ((116130 * blue + HALF) >> 16));
    }

    private static void cmyk(int[] row, int from, byte[] rgb, int to) {
        put(rgb, to, 255 - row[from], 255 - row[from + 1], 255 - row[from + 2]);
        print(rgb, to, row[from + 3]);
    }

    private static void ycck(int[] row, int from, byte[] rgb, int to) {
        ycbcr(row, from, rgb, to);
        print(rgb, to, row[from + 3]);
    }

    /** Puts three inks on darkened paper. All four are stored inverted, as Adobe does and Pillow takes for granted. */
    private static void print(byte[] inks, int at, int paper) {
        for (int i = at; i < at + 3; i++) {
            int product = (inks[i] & 0xff) * paper + 128;
            inks[i] = (byte) (paper - ((product + (product >> 8)) >> 8)); // Pillow's rounded division by 255
        }
    }

    private static void put(byte[] rgb, int to, int red, int green, int blue) {
        rgb[to] = clip(red);
        rgb[to + 1] = clip(green);
        rgb[to + 2] = clip(blue);
    }

    private static byte clip(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
