package org.stratigraph.core.weights;

import java.io.IOException;
import java.nio.file.Path;

/** The safetensors format: a JSON header, then the numbers; a file of it holds nothing that could run. */
public final class SafeTensorsFormat implements WeightsFormat {
    private static final int HEADER_START = 8;

    @Override
    public boolean accepts(Path file, byte[] firstBytes) {
        boolean zip = firstBytes.length > 1 && firstBytes[0] == 'P' && firstBytes[1] == 'K'; // a .pth, renamed
        return !zip && file.toString().endsWith(".safetensors")
                || firstBytes.length > HEADER_START + 1
                        && firstBytes[HEADER_START] == '{'
                        && firstBytes[HEADER_START + 1] == '"';
    }

    @Override
    public WeightsSource open(Path file) throws IOException {
        return SafeTensorsWeights.open(file);
    }
}
