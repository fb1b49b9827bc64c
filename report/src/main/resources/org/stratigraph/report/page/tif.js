// Maps as Java restores, upsamples and fuses them: the same operations in the same order, rounded to float32 where Java does.

/** The scores of a stored map: whole steps of its largest absolute score. */
function restored(map, bits) {
  const bytes = Uint8Array.from(atob(map.steps), (character) => character.charCodeAt(0));
  const steps = bits === 16 ? new Int16Array(bytes.buffer) : new Int8Array(bytes.buffer);
  const most = 2 ** (bits - 1) - 1;
  return Float32Array.from(steps, (whole) => (whole * map.peak) / most);
}

/** For every target position the two source positions around it and the weight of the second: half-pixel centres, clamped. */
function taps(from, to) {
  return Array.from({ length: to }, (_, i) => {
    const source = Math.max(0, (i + 0.5) * (from / to) - 0.5);
    const low = Math.min(Math.floor(source), from - 1);
    return { low, high: Math.min(low + 1, from - 1), weight: source - low };
  });
}

/** Scores of (height, width) at (toHeight, toWidth), bilinear. */
function upsampled(scores, height, width, toHeight, toWidth) {
  if (height === toHeight && width === toWidth) {
    return scores;
  }
  const columns = taps(width, toWidth);
  const resized = new Float32Array(toHeight * toWidth);
  taps(height, toHeight).forEach((row, y) => {
    const above = row.low * width;
    const below = row.high * width;
    columns.forEach(({ low, high, weight }, x) => {
      const upper = scores[above + low] * (1 - weight) + scores[above + high] * weight;
      const lower = scores[below + low] * (1 - weight) + scores[below + high] * weight;
      resized[y * toWidth + x] = upper * (1 - row.weight) + lower * row.weight;
    });
  });
  return resized;
}

/** A decimal as a whole number of 10^-digits: ranks are floored exactly, and 0.1 * 7680 is no whole number in doubles. */
function decimal(text) {
  const [whole, fraction = ""] = text.split(".");
  return { value: BigInt(whole + fraction), one: 10n ** BigInt(fraction.length) };
}

/** The rank that bounds a layer's band from above, and that of the layer above it from below: floor(l / L (1 - alpha) N). */
function rank(alpha, layer, layers, pixels) {
  const { value, one } = decimal(alpha);
  const exact = ((one - value) * BigInt(layer) * BigInt(pixels)) / (one * BigInt(layers));
  return Math.min(Number(exact), pixels - 1);
}

/** Threshold Interception and Fusion of maps of one size, each with its scores sorted upwards; alpha is a decimal's text. */
function fused(maps, alpha) {
  const pixels = maps[0].scores.length;
  const sum = new Float32Array(pixels);
  const bound = (map, layer) => Math.max(0, map.rising[pixels - 1 - rank(alpha, layer, maps.length, pixels)]);
  maps.forEach((map, layer) => {
    const ceiling = bound(map, layer);
    const floor = bound(map, layer + 1);
    for (let pixel = 0; ceiling > 0 && pixel < pixels; pixel++) {
      if (map.scores[pixel] > floor) {
        sum[pixel] += Math.fround(Math.min(map.scores[pixel], ceiling) / ceiling);
      }
    }
  });
  return sum;
}

/** The absolute score that gets full colour: the 99.5th percentile, so that single pixels do not pale the rest. */
function fullColour(scores) {
  const sizes = Float32Array.from(scores, Math.abs).sort();
  const last = sizes.length - 1;
  return sizes[Math.ceil(0.995 * last)] || sizes[last];
}
