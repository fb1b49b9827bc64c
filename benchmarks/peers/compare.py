"""Our speed and our maps beside a peer's, in one run on one machine; run.sh starts it.

Row by row, every way that the peer has to the answer is tried in both memory layouts, the fastest is kept, and then it
and we take turns. The other side waits meanwhile, so both never compute at once.
"""

import argparse
import copy
import os
import platform
import re
import sys
import tempfile
import warnings
from importlib.metadata import version
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

import captum_rows
import gradcam_rows
from networks import MIDDLE, seeded, with_own_relus
from report import HEAD, line, refusals, write
from rows import Setup
from stratigraph import Stratigraph
from turns import SLOW_ROUNDS, Turns


def main() -> None:
    options = _options()
    warnings.filterwarnings("ignore")  # Captum warns of every hook that it sets
    model, images, targets = seeded(options.model), *_batch(options.batch, options.side)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = _save(folder, model, images, targets)
        with Stratigraph([*options.ours, options.model, *files]) as ours:
            torch.set_num_threads(ours.threads)
            turns = Turns(ours, _setups(model, images, targets), options.rounds, folder)
            _compare(options, ours, turns)


def _compare(options: argparse.Namespace, ours: Stratigraph, turns: Turns) -> None:
    """Prints each row as soon as it is known: a run takes an hour, and may be stopped."""
    conditions = _conditions(options, ours)
    print(", ".join(f"{key} {value}" for key, value in conditions.items()) + "\n", flush=True)
    print(HEAD, flush=True)
    outcomes = []
    everything = captum_rows.rows(MIDDLE[options.model], ours.layers("all"), options.batch)
    everything += gradcam_rows.rows(ours.layers("last-conv")[0])
    for row in everything:
        if re.search(options.only, f"{row.ours} at {row.place}"):
            print(f"... {row.ours} at {row.place}", file=sys.stderr)
            outcomes.append(turns.take(row))
            print(line(outcomes[-1]), flush=True)
            if options.out:
                write(options.out, conditions, outcomes)
    print(refusals(outcomes))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", choices=MIDDLE, default="resnet50")
    parser.add_argument("--batch", type=int, default=1, help="images at once")
    parser.add_argument("--rounds", type=int, default=7, help=f"turns of each; at most {SLOW_ROUNDS} in slow rows")
    parser.add_argument("--side", type=int, default=224, help="height and width of the images")
    parser.add_argument("--only", default="", metavar="REGEX", help="rows whose 'METHOD at LAYER' matches")
    parser.add_argument("--out", type=Path, metavar="FILE", help="raw times as JSON")
    parser.add_argument("--ours", nargs=argparse.REMAINDER, required=True, help="the command that starts our side")
    return parser.parse_args()


def _batch(count: int, side: int) -> tuple[Tensor, Tensor]:
    dice = torch.Generator().manual_seed(7)
    return torch.randn(count, 3, side, side, generator=dice), torch.randint(1000, (count,), generator=dice)


def _save(folder: Path, model: nn.Module, images: Tensor, targets: Tensor) -> tuple[str, str]:
    weights, batch = folder / "weights.safetensors", folder / "batch.safetensors"
    save_file(model.state_dict(), weights)
    save_file({"input": images, "target": targets}, batch)
    return str(weights), str(batch)


def _setups(model: nn.Module, images: Tensor, targets: Tensor) -> list[Setup]:
    last = copy.deepcopy(model).to(memory_format=torch.channels_last)
    last_images = images.to(memory_format=torch.channels_last)
    return [
        Setup("default layout", model, with_own_relus(model), images, targets),
        Setup("channels_last", last, with_own_relus(last), last_images, targets),
    ]


def _conditions(options: argparse.Namespace, ours: Stratigraph) -> dict[str, object]:
    tuned = "MALLOC_MMAP_THRESHOLD_" in os.environ
    return {
        "model": options.model,
        "batch": options.batch,
        "side": options.side,
        "rounds": options.rounds,
        "threads": ours.threads,
        "cpu": f"{platform.machine()} {torch.backends.cpu.get_cpu_capability()}",
        "our libtorch": ours.libtorch,
        "peer's torch": torch.__version__,
        "captum": version("captum"),
        "grad-cam": version("grad-cam"),
        "peer's allocator": "set as ours" if tuned else "as glibc has it",
    }


if __name__ == "__main__":
    main()
