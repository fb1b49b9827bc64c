package org.stratigraph.core.files;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stratigraph.core.image.RgbImage;

/** The image formats that are read, told apart by the first bytes of a file. */
enum ImageFormat {
    PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n') {
        @Override
        RgbImage decode(byte[] content) throws IOException {
            return PngPicture.decode(content);
        }
    },
    JPEG(0xff, 0xd8, 0xff) {
        @Override
        RgbImage decode(byte[] content) throws IOException {
            return JpegPicture.decode(content);
        }
    };

    private final int[] signature;

    ImageFormat(int... signature) {
        this.signature = signature;
    }

    static Optional<ImageFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(ImageFormat::name).collect(Collectors.joining(", "));
    }

    abstract RgbImage decode(byte[] content) throws IOException;

    private boolean begins(byte[] content) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= content.length || (content[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
