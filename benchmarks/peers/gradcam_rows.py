"""pytorch-grad-cam's side of the table, and Captum's Grad-CAM."""

from collections.abc import Callable

import torch
from captum import attr
from pytorch_grad_cam import (
    AblationCAM,
    EigenCAM,
    FullGrad,
    GradCAM,
    GradCAMPlusPlus,
    HiResCAM,
    LayerCAM,
    ScoreCAM,
    XGradCAM,
)
from pytorch_grad_cam.base_cam import BaseCAM
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget
from torch import Tensor
from torch.nn import functional

from rows import Row, Setup, Way

PASS_SIZE = 32  # ours


def rows(last: str) -> list[Row]:
    """The CAM family at the last convolution's stage; their maps are stretched to 0 ... 1, so ours are too."""
    return [
        Row("grad-cam", [last], {"LayerGradCam": _layer_grad_cam(last)}),
        Row("grad-cam", [last], {"GradCAM": _cam(GradCAM, last)}, finish=_popular),
        Row("grad-cam++", [last], {"GradCAMPlusPlus": _cam(GradCAMPlusPlus, last)}, finish=_popular),
        Row("layer-cam", [last], {"LayerCAM": _cam(LayerCAM, last)}, finish=_popular),
        Row("xgrad-cam", [last], {"XGradCAM": _cam(XGradCAM, last)}, finish=_popular),
        Row("hires-cam", [last], {"HiResCAM": _cam(HiResCAM, last)}, finish=_popular),
        Row("eigen-cam", [last], {"EigenCAM": _cam(EigenCAM, last)}, finish=_popular),
        Row("guided-grad-cam", [last], {"GuidedGradCam": _guided_grad_cam(last)}),
        Row("fullgrad", ["input"], {"FullGrad": _cam(FullGrad, last)}, finish=_unit, noisy=True),
        Row("ablation-cam", [last], {"AblationCAM": _cam(AblationCAM, last)}, finish=_popular),
        Row("score-cam:variant=softmax-channels", [last], {"ScoreCAM": _cam(ScoreCAM, last)}, finish=_popular),
    ]


def _layer_grad_cam(layer: str) -> Way:
    return lambda setup: [
        attr.LayerGradCam(setup.model, setup.model.get_submodule(layer)).attribute(setup.images, setup.targets)
    ]


def _guided_grad_cam(layer: str) -> Way:
    def attribute(setup: Setup) -> list[Tensor]:
        method = attr.GuidedGradCam(setup.model, setup.model.get_submodule(layer))
        return [method.attribute(setup.images, setup.targets, interpolate_mode="bilinear")]

    return attribute


def _cam(kind: Callable[..., BaseCAM], layer: str) -> Way:
    def attribute(setup: Setup) -> list[Tensor]:
        with kind(model=setup.model, target_layers=[setup.model.get_submodule(layer)]) as cam:
            cam.batch_size = PASS_SIZE
            targets = [ClassifierOutputTarget(target) for target in setup.targets.tolist()]
            maps = cam(input_tensor=setup.images.requires_grad_(), targets=targets)
        return [torch.from_numpy(maps)[:, None]]  # a channel of its own, to be summed over

    return attribute


def _popular(maps: Tensor, size: tuple[int, int]) -> Tensor:
    """Its way to finish a map (N, h, w): ReLU, 0 ... 1, bilinear, 0 ... 1."""
    small = _unit(maps.clamp(min=0), size)
    return _unit(functional.interpolate(small[:, None], size, mode="bilinear")[:, 0], size)


def _unit(maps: Tensor, _: tuple[int, int]) -> Tensor:
    moved = maps - maps.amin((1, 2), keepdim=True)
    return moved / (moved.amax((1, 2), keepdim=True) + 1e-7)
