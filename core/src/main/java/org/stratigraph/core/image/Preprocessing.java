package org.stratigraph.core.image;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The way from a picture to a network's input: torchvision's Resize, CenterCrop, ToTensor and Normalize on a Pillow
 * picture, to the last bit (but see {@link PillowResize}). Immutable.
 *
 * <p>Only the cropped part is ever computed, so that a picture of 10 x 100000 pixels is no burden.
 *
 * @param resizeShorterSideTo pixels that the shorter side becomes, the longer one in proportion; 0 for networks that
 *     take pictures of exactly the crop's size
 * @param cropHeight rows of the network's input, cut from the middle; black is added where the picture is smaller
 * @param cropWidth columns of the network's input
 * @param mean what is subtracted from red, green and blue, each 0 ... 1; copied in and out
 * @param std what they are divided by then; copied in and out
 */
public record Preprocessing(int resizeShorterSideTo, int cropHeight, int cropWidth, float[] mean, float[] std) {
    public Preprocessing {
        if (resizeShorterSideTo < 0 || cropHeight < 1 || cropWidth < 1) {
            throw new IllegalArgumentException("cannot resize the shorter side to " + resizeShorterSideTo
                    + " (0 for not at all) and crop " + cropHeight + " x " + cropWidth + " (at least 1 x 1)");
        }
        mean = perChannel("mean", mean, Float.NEGATIVE_INFINITY);
        std = perChannel("std", std, 0);
    }

    /** What torchvision's ImageNet networks were trained with: 256, 224 x 224, and ImageNet's own mean and std. */
    public static Preprocessing imagenet() {
        return new Preprocessing(
                256, 224, 224, new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});
    }

    /**
     * For networks trained on square pictures of one size, with ImageNet's mean and std. Such a picture passes untouched;
     * of any other the shorter side becomes this, and the middle is cut out.
     */
    public static Preprocessing square(int side) {
        Preprocessing imagenet = imagenet();
        return new Preprocessing(side, side, side, imagenet.mean, imagenet.std);
    }

    /** For pictures that have the network's size already; others are refused. */
    public static Preprocessing exactly(int height, int width, float[] mean, float[] std) {
        return new Preprocessing(0, height, width, mean, std);
    }

    @Override
    public float[] mean() {
        return mean.clone();
    }

    @Override
    public float[] std() {
        return std.clone();
    }

    /** The network's input, shape (3, cropHeight, cropWidth). */
    public Tensor apply(RgbImage image) {
        return normalise(view(image));
    }

    /**
     * The network's input, shape (3, cropHeight, cropWidth), of a picture that has been resized and cropped.
     *
     * @param view what {@link #view} gave, changed or not
     * @throws IllegalArgumentException if it has another size
     */
    public Tensor normalise(RgbImage view) {
        if (view.height() != cropHeight || view.width() != cropWidth) {
            throw new IllegalArgumentException("the network sees " + cropWidth + " x " + cropHeight + " pixels, given "
                    + view.width() + " x " + view.height());
        }
        FloatBuffer values = FloatBuffer.allocate(3 * cropHeight * cropWidth);
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < cropHeight; y++) {
                for (int x = 0; x < cropWidth; x++) {
                    values.put((view.sample(y, x, channel) / 255f - mean[channel]) / std[channel]);
                }
            }
        }
        return Tensor.wrap(values.flip(), 3, cropHeight, cropWidth);
    }

    /** The picture that an input (3, H, W) was made from, values beyond 0 ... 255 clamped. */
    public RgbImage restore(Tensor input) {
        int height = input.dimension(1);
        int width = input.dimension(2);
        float[] values = input.toArray();
        byte[] samples = new byte[3 * height * width];
        for (int i = 0; i < height * width; i++) {
            for (int channel = 0; channel < 3; channel++) {
                float value = (values[channel * height * width + i] * std[channel] + mean[channel]) * 255;
                samples[3 * i + channel] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
        return new RgbImage(width, height, samples);
    }

    /**
     * The part of the picture that the network sees, at the size at which it sees it.
     *
     * @throws IllegalArgumentException if nothing is to be resized and the picture has another size
     */
    public RgbImage view(RgbImage image) {
        Framing framing = framing(image.height(), image.width());
        return resizeShorterSideTo == 0
                ? image
                : padded(PillowResize.bilinear(image, framing.rows(), framing.columns()), framing);
    }

    /**
     * Where a box of a picture lies in the view: its low edges rounded down and its high ones up, so that every pixel of
     * the view that holds something of it belongs to it, and clipped to what is seen of the picture.
     *
     * @param box half-open; what sticks out of the picture is cut off
     * @param height of the picture
     * @param width of the picture
     * @return empty if nothing of the box is seen
     * @throws IllegalArgumentException if nothing is to be resized and the picture has another size
     */
    public Optional<Box> move(Box box, int height, int width) {
        return framing(height, width).move(box);
    }

    /**
     * Which pixels of the view show a set of a picture's pixels: those whose centres do, so that a pixel of the view belongs
     * to one of two sets that meet, and never to both.
     *
     * @return empty if nothing of the set is seen
     * @throws IllegalArgumentException if nothing is to be resized and the picture has another size
     */
    public Optional<Mask> move(Mask mask) {
        return framing(mask.height(), mask.width()).move(mask);
    }

    private Framing framing(int height, int width) {
        if (resizeShorterSideTo == 0) {
            checkExact(height, width);
            return new Framing(Axis.whole(height, height), Axis.whole(width, width), height, width);
        }
        int shorter = Math.min(height, width);
        Axis rows = middle(height, resized(height, shorter), cropHeight);
        Axis columns = middle(width, resized(width, shorter), cropWidth);
        return new Framing(rows, columns, cropHeight, cropWidth);
    }

    private void checkExact(int height, int width) {
        if (height != cropHeight || width != cropWidth) {
            throw new IllegalArgumentException(
                    "this network takes pictures of exactly " + cropWidth + " x " + cropHeight
                            + " pixels, given " + width + " x " + height
                            + "; resize the picture, or say what its shorter side becomes");
        }
    }

    /** torchvision's Resize truncates the longer side. */
    private long resized(int side, int shorter) {
        return side == shorter ? resizeShorterSideTo : (long) ((double) resizeShorterSideTo * side / shorter);
    }

    /** torchvision's CenterCrop rounds a half to the even number, as Python does. */
    private static Axis middle(int from, long to, int crop) {
        return to <= crop ? Axis.whole(from, (int) to) : new Axis(from, to, (long) Math.rint((to - crop) / 2.0), crop);
    }

    private RgbImage padded(RgbImage seen, Framing framing) {
        if (seen.height() == cropHeight && seen.width() == cropWidth) {
            return seen;
        }
        byte[] samples = seen.samples();
        byte[] padded = new byte[3 * cropHeight * cropWidth];
        for (int y = 0; y < seen.height(); y++) {
            int to = 3 * ((framing.top() + y) * cropWidth + framing.left());
            System.arraycopy(samples, 3 * y * seen.width(), padded, to, 3 * seen.width());
        }
        return new RgbImage(cropWidth, cropHeight, padded);
    }

    private static float[] perChannel(String name, float[] values, float above) {
        if (values.length != 3) {
            throw new IllegalArgumentException(
                    name + " needs one number each for red, green and blue, given " + values.length);
        }
        for (float value : values) {
            if (!(value > above && value < Float.POSITIVE_INFINITY)) { // refuses NaN as well
                throw new IllegalArgumentException(name + " needs finite numbers" + (above == 0 ? " above 0" : "")
                        + " for red, green and blue, given " + Arrays.toString(values));
            }
        }
        return values.clone();
    }
}
