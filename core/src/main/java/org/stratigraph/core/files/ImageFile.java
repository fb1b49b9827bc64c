package org.stratigraph.core.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.stratigraph.core.image.RgbImage;

/**
 * A PNG or JPEG file as 8-bit RGB, like {@code Image.open(file).convert("RGB")} of Python's Pillow.
 *
 * <p>Grey is replicated without gamma, colour profiles are not applied, transparency is dropped and keeps the stored
 * colour beneath it, palettes are expanded, and CMYK is the product of ink and black. Two things differ from Pillow:
 * a 16-bit grey sample gives its high byte, as 16-bit colour does (Pillow clips it at 255), and the EXIF orientation
 * (all eight values, of a JPEG's APP1 segment or a PNG's eXIf chunk) is applied, as {@code ImageOps.exif_transpose}
 * does; an EXIF block that cannot be understood turns nothing.
 *
 * <p>A file is hostile until checked: its content decides, not its name, and nothing is decoded before its size is
 * known to be within {@link #MAX_PIXELS} and {@link #MAX_BYTES}.
 */
public final class ImageFile {
    /** Larger pictures are refused before they are decoded. */
    public static final int MAX_PIXELS = 100_000_000;

    /** Longer files are refused before they are read. */
    public static final int MAX_BYTES = 512 << 20;

    private ImageFile() {}

    /**
     * Reads one picture.
     *
     * @throws IOException naming the file, if it is missing, empty, too large, cut off, broken or of another format
     */
    public static RgbImage read(Path file) throws IOException {
        byte[] content = content(file);
        ImageFormat format = ImageFormat.of(content)
                .orElseThrow(() -> new IOException("cannot read " + file + ": its content is none of "
                        + ImageFormat.names() + ", whatever its name; convert it to one of these"));
        try {
            return format.decode(content);
        } catch (IOException | RuntimeException | OutOfMemoryError broken) { // decoders throw all three at files
            throw new IOException("cannot read " + file + " as " + format + ": " + reason(broken), broken);
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("cannot read " + file + ": it is a folder; name an image file inside it");
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such image file");
        }
        long length = Files.size(file);
        if (length == 0) {
            throw new IOException("cannot read " + file + ": it is empty");
        }
        if (length > MAX_BYTES) {
            throw new IOException(
                    "cannot read " + file + ": it has " + length + " bytes, at most " + MAX_BYTES + " are accepted");
        }
        return Files.readAllBytes(file);
    }

    private static String reason(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return "its pixels take more memory than Java has; make it smaller first, or give Java more, as in "
                        + "STRATIGRAPH_JAVA_OPTIONS=-Xmx8g";
            }
        }
        return broken.getMessage() == null ? broken.toString() : broken.getMessage();
    }
}
