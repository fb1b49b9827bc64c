"""Our pixel removal beside Quantus' PixelFlipping, in one run on one machine; `run.sh removal` starts it.

Quantus flips single channels of pixels, 7168 = 3 * 224 * 224 / 21 of them a step, and asks the network after each step for all
images of its batch at once. We remove whole pixels, 1/21 of them a step, and ask image by image, all steps at once; the
untouched picture is one more question of ours. Both read off the probability of the target class.
"""

import argparse
import copy
import tempfile
import time
import warnings
from pathlib import Path
from statistics import median

import numpy as np
import quantus
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from networks import MIDDLE, seeded
from stratigraph import Stratigraph

SIDE = 224
STEPS = 21
METRIC = f"deletion:steps={STEPS},fine=false"
SETTLE_SECONDS = 0.05  # OpenMP's threads spin for a moment after their work


def main() -> None:
    options = _options()
    warnings.filterwarnings("ignore")
    model, dice = seeded(options.model), torch.Generator().manual_seed(7)
    images = torch.randn(options.batch, 3, SIDE, SIDE, generator=dice)
    targets = torch.randint(1000, (options.batch,), generator=dice)
    maps = torch.randn(options.batch, SIDE, SIDE, generator=dice)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        weights, batch, map_file = (folder / f"{part}.safetensors" for part in ("weights", "batch", "maps"))
        save_file(model.state_dict(), weights)
        save_file({"input": images, "target": targets}, batch)
        save_file({"maps": maps}, map_file)
        with Stratigraph([*options.ours, options.model, str(weights), str(batch)]) as ours:
            torch.set_num_threads(ours.threads)
            _compare(options, ours, _ways(model, images, targets, maps), map_file)


def _compare(options: argparse.Namespace, ours: Stratigraph, ways: dict, map_file: Path) -> None:
    """Finds the peer's faster layout, then the peer and we take turns."""
    trials = {name: min(_timed(way)[0] for _ in range(2)) for name, way in ways.items()}
    fastest = min(trials, key=trials.get)
    ours.score_milliseconds(METRIC, map_file, 2)
    peer_ms, ours_ms, theirs = [], [], np.empty(0)
    for _ in range(options.rounds):
        elapsed, theirs = _timed(ways[fastest])
        peer_ms.append(elapsed)
        ours_ms += ours.score_milliseconds(METRIC, map_file)
        time.sleep(SETTLE_SECONDS)
    ratio = median(peer / own for peer, own in zip(peer_ms, ours_ms, strict=True))
    curves = ours.curves(METRIC, map_file, map_file.parent)[:, 1:].numpy()
    print(f"{options.model}, {options.batch} image(s), {STEPS} steps, {options.rounds} rounds, threads {ours.threads}")
    print(f"Quantus by layout: " + ", ".join(f"{name} {elapsed:.0f} ms" for name, elapsed in trials.items()))
    print(f"Quantus, {fastest}: {median(peer_ms):.0f} ms; ours: {median(ours_ms):.0f} ms; {ratio:.2f} times faster")
    print(
        f"largest difference of the target's probability: {np.abs(curves - theirs).max():.1e} on the way,"
        f" {np.abs(curves[:, -1] - theirs[:, -1]).max():.1e} at the end; its range {np.ptp(theirs):.1e}"
    )


def _ways(model: nn.Module, images: Tensor, targets: Tensor, maps: Tensor) -> dict:
    layouts = {"default layout": model, "channels_last": copy.deepcopy(model).to(memory_format=torch.channels_last)}
    return {name: _flipping(laid_out, images, targets, maps) for name, laid_out in layouts.items()}


def _flipping(model: nn.Module, images: Tensor, targets: Tensor, maps: Tensor):
    metric = quantus.PixelFlipping(
        features_in_step=images[0].numel() // STEPS,
        normalise=False,
        perturb_baseline=0.0,  # "black" is the smallest value, not zero of the normalised input
        disable_warnings=True,
    )
    return lambda: np.array(
        metric(
            model=model,
            x_batch=images.numpy(),
            y_batch=targets.numpy(),
            a_batch=maps[:, None].numpy(),
            softmax=True,
            batch_size=len(images),
        )
    )


def _timed(way) -> tuple[float, np.ndarray]:
    start = time.perf_counter()
    curves = way()
    elapsed = (time.perf_counter() - start) * 1000
    time.sleep(SETTLE_SECONDS)
    return elapsed, curves


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MIDDLE, default="resnet50")
    parser.add_argument("--batch", type=int, default=1, help="images")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--ours", nargs=argparse.REMAINDER, required=True, help="the command that starts our side")
    return parser.parse_args()


if __name__ == "__main__":
    main()
