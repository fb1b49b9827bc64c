// Colour maps: from a score, -1 ... 1 of its map's scale, to red, green, blue and opacity.

const PALE = 0.55; // how much of the picture's contrast stays under a map

/** The picture pale and grey, a number per pixel. */
function paleGrey(image, width, height) {
  const context = surface(width, height).getContext("2d");
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return Float32Array.from({ length: width * height }, (_, i) => {
    const luma = 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2];
    return 255 - PALE * (255 - luma);
  });
}

function surface(width, height) {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** Red for, blue against, nothing at zero; weak evidence stays visible beside strong. */
function signed(score) {
  const ink = score > 0 ? [214, 24, 31] : [33, 92, 196];
  return [...ink, Math.abs(score) ** 0.8];
}

/** A scale of the evidence for the target; what speaks against it has the colour of zero. */
function sequential(stops) {
  const inks = stops.split(" ").map((hex) => [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  return (score) => {
    const place = Math.max(0, score) * (inks.length - 1);
    const low = Math.min(Math.floor(place), inks.length - 2);
    return [...inks[low].map((ink, i) => ink + (place - low) * (inks[low + 1][i] - ink)), 1];
  };
}

/** By name: the colours, the scale's ends, and the opacity that suits them at first. */
const COLOURS = {
  signed: { title: "blue, white, red", of: signed, from: -1, opacity: 1 },
  viridis: {
    title: "viridis",
    of: sequential("440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725"),
    from: 0,
    opacity: 0.75,
  },
  inferno: {
    title: "inferno",
    of: sequential("000004 1b0c41 4a0c6b 781c6d a52c60 cf4446 ed6925 fb9b06 f7d13d fcffa4"),
    from: 0,
    opacity: 0.75,
  },
};

const STEPS = 255; // colours on either side of zero

/** All colours of a scale, from -1 to 1, computed once: four numbers each. */
function palette(colours) {
  return Float32Array.from(
    Array.from({ length: 2 * STEPS + 1 }, (_, step) => colours.of(step / STEPS - 1)).flat(),
  );
}

/** Draws scores over a pale picture. */
function paint(canvas, grey, scores, scale, inks, opacity) {
  const context = canvas.getContext("2d");
  const image = context.createImageData(canvas.width, canvas.height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    const score = scale > 0 ? Math.max(-1, Math.min(1, scores[pixel] / scale)) : 0;
    const ink = 4 * Math.round((score + 1) * STEPS);
    const cover = scores.length > 0 ? inks[ink + 3] * opacity : 0;
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * pixel + channel] = grey[pixel] + cover * (inks[ink + channel] - grey[pixel]);
    }
    image.data[4 * pixel + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}

/** Draws a scale on white, from its least score to its largest. */
function paintScale(canvas, colours) {
  const white = new Float32Array(canvas.width * canvas.height).fill(255);
  const scores = Float32Array.from(white, (_, pixel) => {
    const share = (pixel % canvas.width) / (canvas.width - 1);
    return colours.from + share * (1 - colours.from);
  });
  paint(canvas, white, scores, 1, palette(colours), 1);
}
