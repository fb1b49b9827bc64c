"""How far two sets of maps are apart."""

from dataclasses import dataclass

import numpy as np
from scipy.stats import pearsonr, spearmanr
from torch import Tensor


@dataclass(frozen=True)
class Agreement:
    """The worst layer's figures; correlations are of the worst image, not a number where a map is constant."""

    difference: float  # largest absolute difference by the layer's largest absolute value
    pearson: float
    spearman: float
    by_layer: dict[str, float]  # the difference at each


def agreement(layers: list[str], ours: list[Tensor], theirs: list[Tensor]) -> Agreement:
    """Compares (N, h, w) with (N, h, w), layer by layer."""
    pairs = [(a.double().numpy(), b.double().numpy()) for a, b in zip(ours, theirs, strict=True)]
    by_layer = {layer: _difference(*pair) for layer, pair in zip(layers, pairs, strict=True)}
    images = [image for pair in pairs for image in _images(*pair)]
    return Agreement(
        difference=max(by_layer.values()),
        pearson=min((float(pearsonr(*image).statistic) for image in images), default=float("nan")),
        spearman=min((float(spearmanr(*image).statistic) for image in images), default=float("nan")),
        by_layer=by_layer,
    )


def _difference(ours: np.ndarray, theirs: np.ndarray) -> float:
    if ours.shape != theirs.shape:
        raise ValueError(f"our maps are {ours.shape}, theirs {theirs.shape}")
    largest = np.abs(theirs).max()
    return float(np.abs(ours - theirs).max() / (largest if largest > 0 else 1))


def _images(ours: np.ndarray, theirs: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """Image by image, those left out that have a constant map: nothing correlates with it."""
    return [(a.ravel(), b.ravel()) for a, b in zip(ours, theirs) if np.ptp(a) > 0 and np.ptp(b) > 0]
