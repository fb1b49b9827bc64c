"""The table that is printed, and the file of raw times."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from agreement import Agreement

# In brackets: the peer with itself in its other layout.
_COLUMNS = (
    "ours",
    "layer",
    "peer",
    "peer, ms",
    "ours, ms",
    "ours / peer",
    "largest difference",
    "Pearson",
    "Spearman",
)
HEAD = "| " + " | ".join(_COLUMNS) + " |\n" + "|---" * len(_COLUMNS) + "|"


@dataclass
class Outcome:
    """What was found out about one row."""

    ours: str
    place: str
    noisy: bool
    trials: dict[str, float | str] = field(default_factory=dict)  # ways of the peer: milliseconds, or why it failed
    peer: str = "-"  # its fastest way
    peer_ms: list[float] = field(default_factory=list)
    ours_ms: list[float] = field(default_factory=list)
    agreement: Agreement | None = None
    peer_with_itself: Agreement | None = None  # between its two layouts
    refusal: str = ""  # why there is nothing to compare

    @property
    def ratio(self) -> float:
        """The median over rounds of our time by the peer's in the same round."""
        return median(ours / peer for ours, peer in zip(self.ours_ms, self.peer_ms, strict=True))


def line(outcome: Outcome) -> str:
    """The outcome's line of the table."""
    cells = [f"`{outcome.ours}`", outcome.place, outcome.peer]
    if outcome.refusal:
        cells += ["not there"] * 3 + [""] * 3
    else:
        cells += [f"{median(outcome.peer_ms):.1f}", f"{median(outcome.ours_ms):.1f}", f"**{outcome.ratio:.2f}**"]
        cells += _figures(outcome)
    return "| " + " | ".join(cells) + " |"


def refusals(outcomes: list[Outcome]) -> str:
    """Why rows are not there, a line each."""
    missing = [outcome for outcome in outcomes if outcome.refusal]
    return "".join(f"\n- {outcome.ours} at {outcome.place}: {outcome.refusal}" for outcome in missing)


def write(file: Path, conditions: dict[str, object], outcomes: list[Outcome]) -> None:
    file.write_text(json.dumps({**conditions, "rows": [asdict(outcome) for outcome in outcomes]}, indent=1) + "\n")


def _figures(outcome: Outcome) -> list[str]:
    found, itself = outcome.agreement, outcome.peer_with_itself
    if found is None:
        return [""] * 3
    pairs = [(getattr(found, name), getattr(itself, name, None)) for name in ("difference", "pearson", "spearman")]
    if outcome.noisy:
        return ["other dice", *(_pair(pair, ".3f") for pair in pairs[1:])]
    return [_pair(pairs[0], ".0e") + _where(found), *(f"{value:.6f}" for value, _ in pairs[1:])]


def _where(found: Agreement) -> str:
    """Names the layer, where there are several to choose from."""
    return f" at {max(found.by_layer, key=found.by_layer.get)}" if len(found.by_layer) > 1 else ""


def _pair(values: tuple[float, float | None], form: str) -> str:
    ours, itself = values
    return f"{ours:{form}}" if itself is None else f"{ours:{form}} ({itself:{form}})"
