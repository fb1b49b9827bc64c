package org.stratigraph.core.op;

/**
 * Sliding windows by plain loops: which input places each output place of one plane sees.
 *
 * @param height rows of the input
 * @param width columns of the input
 * @param dilation step between the taps of the kernel
 * @param ceil whether a last, incomplete window counts
 */
record SlowWindows(int height, int width, Window window, int dilation, boolean ceil) {
    /** One tap of one window that lies on the input. */
    interface Tap {
        void at(int outY, int outX, int inY, int inX, int kernelY, int kernelX);
    }

    int outHeight() {
        return out(height);
    }

    int outWidth() {
        return out(width);
    }

    private int out(int length) {
        int reach = dilation * (window.kernel() - 1) + 1;
        int free = length + 2 * window.padding() - reach;
        int count = (ceil ? -Math.floorDiv(-free, window.stride()) : free / window.stride()) + 1;
        // torch drops a last window that would start in the padding
        return ceil && (count - 1) * window.stride() >= length + window.padding() ? count - 1 : count;
    }

    /** Visits windows row by row, and the taps of each in row-major order. */
    void forEach(Tap tap) {
        for (int y = 0; y < outHeight(); y++) {
            for (int x = 0; x < outWidth(); x++) {
                for (int ky = 0; ky < window.kernel(); ky++) {
                    for (int kx = 0; kx < window.kernel(); kx++) {
                        int inY = y * window.stride() - window.padding() + ky * dilation;
                        int inX = x * window.stride() - window.padding() + kx * dilation;
                        if (inY >= 0 && inY < height && inX >= 0 && inX < width) {
                            tap.at(y, x, inY, inX, ky, kx);
                        }
                    }
                }
            }
        }
    }
}
