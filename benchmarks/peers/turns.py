"""How one row is measured: the peer's fastest way is found, then the peer and we take turns."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

from torch import Tensor

from agreement import agreement
from report import Outcome
from rows import Row, Setup, Way
from stratigraph import PLAIN, Refused, Stratigraph

SETTLE_SECONDS = 0.05  # OpenMP's threads spin for a moment after their work
SLOW_MS = 5_000  # what takes longer is warm after one run, and steady enough for
SLOW_ROUNDS = 3  # as many rounds
TRIALS = 3

Work = Callable[[], list[Tensor]]  # one map (N, h, w) per layer


class Turns:
    """Measures rows with one process of ours and one batch in both memory layouts."""

    def __init__(self, ours: Stratigraph, setups: list[Setup], rounds: int, folder: Path):
        self._ours = ours
        self._setups = setups
        self._rounds = rounds
        self._folder = folder

    def take(self, row: Row) -> Outcome:
        """Never fails for want of a method: the outcome says why there is nothing to compare."""
        outcome = Outcome(row.ours, row.place, row.noisy)
        try:
            self._measure(row, outcome)
        except Refused as refused:
            outcome.refusal = str(refused)
        return outcome

    def _measure(self, row: Row, outcome: Outcome) -> None:
        ours_first = self._ours.milliseconds(row.ours, row.layers)[0]  # refuses before the peer has worked in vain
        way, setup = self._fastest(row, outcome)
        work = _work(row.ways[way], setup)
        slow = max(outcome.trials[outcome.peer], ours_first) > SLOW_MS
        if not slow:
            self._ours.milliseconds(row.ours, row.layers, TRIALS - 1)
        for _ in range(min(self._rounds, SLOW_ROUNDS) if slow else self._rounds):
            outcome.peer_ms.append(_milliseconds(work))
            outcome.ours_ms += self._ours.milliseconds(row.ours, row.layers)
            time.sleep(SETTLE_SECONDS)
        if row.ours != PLAIN:
            self._compare_maps(row, way, setup, outcome)

    def _fastest(self, row: Row, outcome: Outcome) -> tuple[str, Setup]:
        """Tries every way in every layout; what fails is noted."""
        times: dict[tuple[str, Setup], float] = {}
        for way, attribute in row.ways.items():
            for setup in self._setups:
                name = f"{way}, {setup.layout}"
                try:
                    outcome.trials[name] = times[way, setup] = _trial(_work(attribute, setup))
                except Exception as failure:  # whatever the peer's code raises
                    outcome.trials[name] = f"{type(failure).__name__}: {failure}"
        if not times:
            raise Refused(f"the peer fails: {outcome.trials}")
        way, setup = min(times, key=times.get)
        outcome.peer = f"{way}, {setup.layout}"
        return way, setup

    def _compare_maps(self, row: Row, way: str, setup: Setup, outcome: Outcome) -> None:
        """Us with the peer, and the peer with itself in its other layout: what rounding, or new dice, do to maps."""
        theirs = _work(row.ways[way], setup)()
        maps = self._ours.maps(row.ours, row.layers, self._folder)
        size = tuple(setup.images.shape[2:])
        outcome.agreement = agreement(row.layers, [row.finish(map, size) for map in maps], theirs)
        other = next(candidate for candidate in self._setups if candidate is not setup)
        if isinstance(outcome.trials[f"{way}, {other.layout}"], float):
            outcome.peer_with_itself = agreement(row.layers, _work(row.ways[way], other)(), theirs)


def _work(way: Way, setup: Setup) -> Work:
    """A way up to maps with channels summed, which is what we give too."""
    return lambda: [attribution.detach().sum(1) for attribution in way(setup.fresh())]


def _trial(work: Work) -> float:
    """The best of some runs; of one only where that is slow."""
    times = [_milliseconds(work)]
    while len(times) < TRIALS and times[0] < SLOW_MS:
        times.append(_milliseconds(work))
    return min(times)


def _milliseconds(work: Work) -> float:
    start = time.perf_counter()
    work()
    elapsed = (time.perf_counter() - start) * 1000
    gc.collect()  # hooks and their tensors hold each other
    time.sleep(SETTLE_SECONDS)
    return elapsed
