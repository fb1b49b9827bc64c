"""Our side: a Java process that waits for a line, computes, and answers with a line."""

from pathlib import Path
import subprocess

from safetensors.torch import load_file
from torch import Tensor

PLAIN = "plain"


class Refused(Exception):
    """Our side cannot do what was asked; the message says why."""


class Stratigraph:
    """The process that org.stratigraph.benchmarks.PeerSide runs in, from its start to the end of a with block."""

    def __init__(self, command: list[str]):
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
        threads, self.libtorch = self._answer().split()
        self.threads = int(threads)

    def layers(self, probe: str) -> list[str]:
        return self._ask(f"layers {probe}").split(",")

    def milliseconds(self, spec: str, layers: list[str], repeats: int = 1) -> list[float]:
        """The time of each repeat; PLAIN is one forward and one backward pass of raw libtorch."""
        line = f"plain {repeats}" if spec == PLAIN else f"run {spec} {','.join(layers)} {repeats}"
        return [float(word) for word in self._ask(line).split()]

    def maps(self, spec: str, layers: list[str], folder: Path) -> list[Tensor]:
        """One (N, h, w) per layer."""
        file = folder / "ours.safetensors"
        self._ask(f"save {spec} {','.join(layers)} {file}")
        maps = load_file(file)
        return [maps[layer] for layer in layers]

    def score_milliseconds(self, metric: str, maps: Path, repeats: int = 1) -> list[float]:
        """The time of each repeat for all images; the file holds `maps` (N, H, W)."""
        return [float(word) for word in self._ask(f"score {metric} {maps} {repeats}").split()]

    def curves(self, metric: str, maps: Path, folder: Path) -> Tensor:
        """The curve that a metric read off each image, (N, places)."""
        file = folder / "curves.safetensors"
        self._ask(f"curves {metric} {maps} {file}")
        return load_file(file)["curves"]

    def _ask(self, line: str) -> str:
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        word, _, rest = self._process.stdout.readline().strip().partition(" ")
        if word == "refused":
            raise Refused(rest)
        if word != "done":
            raise RuntimeError(f"our side ended or spoke out of turn: {word} {rest}")
        return rest

    def __enter__(self) -> "Stratigraph":
        return self

    def __exit__(self, *failure: object) -> None:
        self._process.stdin.close()
        self._process.wait(timeout=60)
