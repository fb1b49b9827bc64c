"""Torchvision's networks with seeded weights, and the shapes of them that some of Captum's classes need."""

import copy
from types import MethodType

import torch
from torch import Tensor, nn
from torchvision import models
from torchvision.models.resnet import Bottleneck

MIDDLE = {"resnet50": "layer2.3", "vgg16": "features.23"}


def seeded(name: str, seed: int = 1) -> nn.Module:
    """Torchvision's own random weights; biases and batch norms not as neutral as they start, as after training."""
    torch.manual_seed(seed)
    model = models.get_model(name, weights=None)
    with torch.no_grad():
        _randomise_biases(model)
        _settle_batch_norms(model)
    return model.eval().requires_grad_(False)


def _randomise_biases(model: nn.Module) -> None:
    """Without biases a ReLU network is linear along every ray from zero, and integrated gradients would be trivial."""
    for parameter_name, parameter in model.named_parameters():
        if parameter_name.endswith("bias"):
            parameter.normal_(std=0.1)


def _settle_batch_norms(model: nn.Module) -> None:
    """Takes the batch norms' statistics from noise, or the activations of fifty layers would grow without bound."""
    norms = [module for module in model.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = None  # plain averages
    if norms:
        model.train()(torch.randn(4, 3, 112, 112))


def with_own_relus(model: nn.Module) -> nn.Module:
    """A copy in which every use of a ReLU is a module of its own, out of place: Captum's DeepLift refuses any other."""
    model = copy.deepcopy(model)
    for block in [module for module in model.modules() if isinstance(module, Bottleneck)]:
        block.relu1, block.relu2, block.relu3 = nn.ReLU(), nn.ReLU(), nn.ReLU()
        del block.relu
        block.forward = MethodType(_bottleneck, block)
    for module in model.modules():
        if isinstance(module, nn.ReLU):
            module.inplace = False
    return model


def _bottleneck(block: Bottleneck, x: Tensor) -> Tensor:
    """Torchvision's Bottleneck.forward, but for its ReLUs."""
    out = block.relu1(block.bn1(block.conv1(x)))
    out = block.relu2(block.bn2(block.conv2(out)))
    out = block.bn3(block.conv3(out))
    shortcut = x if block.downsample is None else block.downsample(x)
    return block.relu3(out + shortcut)


def upper_half(model: nn.Module, layer: str) -> nn.Sequential:
    """What lies above a layer as a model of its own; shares the weights."""
    stages = _stages(model)
    start = 0 if layer == "input" else list(stages).index(layer) + 1
    return nn.Sequential(*list(stages.values())[start:])


def _stages(model: nn.Module) -> dict[str, nn.Module]:
    """The modules that one after another are the model, by name."""
    stages: dict[str, nn.Module] = {}
    for name, child in model.named_children():
        if name in ("fc", "classifier"):
            stages["flatten"] = nn.Flatten()
        if isinstance(child, nn.Sequential):
            stages.update({f"{name}.{number}": part for number, part in child.named_children()})
        else:
            stages[name] = child
    return stages
