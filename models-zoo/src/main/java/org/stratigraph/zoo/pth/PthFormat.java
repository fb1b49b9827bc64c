package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.stratigraph.core.weights.WeightsFormat;
import org.stratigraph.core.weights.WeightsSource;

/** PyTorch's own file format, as torchvision offers its weights: a zip of a pickled dict and the raw numbers. */
public final class PthFormat implements WeightsFormat {
    @Override
    public boolean accepts(Path file, byte[] firstBytes) {
        String name = file.toString();
        return name.endsWith(".pth")
                || name.endsWith(".pt")
                || Signature.of(firstBytes) == Signature.LEGACY_TORCH
                || startsWithPickleEntry(firstBytes);
    }

    @Override
    public WeightsSource open(Path file) throws IOException {
        return PthWeights.open(file);
    }

    /** Whether a zip begins as torch writes it: its first entry is the pickle. */
    private static boolean startsWithPickleEntry(byte[] firstBytes) {
        return Signature.of(firstBytes) == Signature.ZIP
                && new String(firstBytes, StandardCharsets.ISO_8859_1).contains("/" + PthArchive.PICKLE);
    }
}
