"""What a row of the table is: one question that we and a peer can both answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from torch import Tensor, nn


@dataclass(frozen=True)
class Setup:
    """A network and a batch in one memory layout."""

    layout: str
    model: nn.Module  # torchvision's own
    own_relus: nn.Module  # the same with a module for every use of a ReLU
    images: Tensor  # (N, 3, H, W)
    targets: Tensor  # (N)

    def fresh(self) -> "Setup":
        """The same with images that nobody has marked yet: Captum leaves some that require gradients."""
        return replace(self, images=self.images.detach())


Way = Callable[[Setup], list[Tensor]]  # one attribution (N, C, h, w) per layer


@dataclass(frozen=True)
class Row:
    """Our method at some layers, and every way that a peer has to the same; the fastest way counts."""

    ours: str
    layers: list[str]
    ways: dict[str, Way]
    noisy: bool = False  # whether maps can only resemble each other: dice of one's own, another finish
    finish: Callable[[Tensor, tuple[int, int]], Tensor] = lambda maps, size: maps  # what the peer does to maps at last

    @property
    def place(self) -> str:
        return self.layers[0] if len(self.layers) == 1 else f"all {len(self.layers)} layers"
