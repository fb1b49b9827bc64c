"""Captum's side of the table, and plain torch where that is what a user would take."""

from collections.abc import Callable

import torch
from captum import attr
from torch import Tensor, nn

from networks import upper_half
from rows import Row, Setup, Way
from stratigraph import PLAIN

STEPS = 50
SAMPLES = 50
SIGMA = 0.15
# More images in one pass need more memory than two-core machines have, and are no faster.
PASS_SIZES = (8, 16, 32, 50)

INTEGRATED = f"integrated-gradients:steps={STEPS},rule=gauss-legendre,baseline=zero"
SMOOTH = f"smoothgrad:samples={SAMPLES},sigma={SIGMA},seed=0"
DEEPLIFT = "deeplift:baseline=zero"
PROPAGATED = ",semantics=propagated"


def rows(middle: str, everywhere: list[str], batch: int) -> list[Row]:
    """All rows, those of one sweep first."""
    return [
        Row(PLAIN, ["input"], {"torch, forward and backward": _plain}),
        *_sweeps(middle),
        *_everywhere(everywhere),
        *_many_passes(middle, batch),
    ]


def _sweeps(middle: str) -> list[Row]:
    times_activation = {"LayerGradientXActivation": _layer_gradients([middle], times_activation=True)}
    return [
        Row("gradient", ["input"], {"Saliency(abs=False)": _saliency(signed=True)}),
        Row("gradient", [middle], _gradients([middle])),
        Row("saliency", ["input"], {"Saliency": _saliency(signed=False)}),
        Row("input-x-gradient", ["input"], {"InputXGradient": _at_input(attr.InputXGradient)}),
        Row("input-x-gradient", [middle], times_activation),
        Row("deconvnet", ["input"], {"Deconvolution": _at_input(attr.Deconvolution)}),
        Row("guided-backprop", ["input"], {"GuidedBackprop": _at_input(attr.GuidedBackprop)}),
        Row(DEEPLIFT, ["input"], {"DeepLift": _deeplift(["input"])}),
        Row(DEEPLIFT + PROPAGATED, [middle], {"LayerDeepLift": _deeplift([middle])}),
    ]


def _everywhere(layers: list[str]) -> list[Row]:
    times_activation = {"LayerGradientXActivation, all in one call": _layer_gradients(layers, times_activation=True)}
    return [
        Row("gradient", layers, _gradients(layers)),
        Row("input-x-gradient", layers, times_activation),
        Row("guided-backprop", layers, {"GuidedBackprop of the upper half, once per layer": _guided(layers)}),
        Row(DEEPLIFT + PROPAGATED, layers, {"LayerDeepLift, once per layer": _deeplift(layers)}),
        Row(DEEPLIFT, layers, {"DeepLift of the upper half, once per layer": _truncated_deeplift(layers)}),
    ]


def _many_passes(middle: str, batch: int) -> list[Row]:
    return [
        Row(INTEGRATED, ["input"], _by_pass_size("IntegratedGradients", _integrated, "input", batch)),
        Row(INTEGRATED + PROPAGATED, [middle], _by_pass_size("LayerIntegratedGradients", _integrated, middle, batch)),
        Row(SMOOTH, ["input"], _by_pass_size("NoiseTunnel(Saliency)", _smooth, "input", batch), noisy=True),
        Row(
            SMOOTH + PROPAGATED,
            [middle],
            _by_pass_size("NoiseTunnel(LayerGradientXActivation)", _smooth, middle, batch),
            noisy=True,
        ),
    ]


def _plain(setup: Setup) -> list[Tensor]:
    images = setup.images.requires_grad_()
    return list(torch.autograd.grad(setup.model(images).sum(), images))


def _saliency(signed: bool) -> Way:
    return lambda setup: [attr.Saliency(setup.model).attribute(setup.images, setup.targets, abs=not signed)]


def _at_input(kind: type[attr.Attribution]) -> Way:
    return lambda setup: [kind(setup.model).attribute(setup.images, setup.targets)]


def _gradients(layers: list[str]) -> dict[str, Way]:
    return {
        "LayerGradientXActivation(multiply_by_inputs=False)": _layer_gradients(layers, times_activation=False),
        "torch.autograd.grad": _autograd(layers),
    }


def _layer_gradients(layers: list[str], times_activation: bool) -> Way:
    def attribute(setup: Setup) -> list[Tensor]:
        whole = _with_input_layer(setup.model)
        method = attr.LayerGradientXActivation(whole, _modules(whole, layers), multiply_by_inputs=times_activation)
        return method.attribute(setup.images, setup.targets)

    return attribute


def _autograd(layers: list[str]) -> Way:
    """What a user writes without Captum: hooks that keep the outputs, one forward and one backward pass."""

    def attribute(setup: Setup) -> list[Tensor]:
        whole = _with_input_layer(setup.model)
        outputs, logits = _forward(whole, _modules(whole, layers), setup.images.requires_grad_())
        chosen = logits.gather(1, setup.targets[:, None]).sum()
        return list(torch.autograd.grad(chosen, outputs))

    return attribute


def _guided(layers: list[str]) -> Way:
    """Captum has no guided backpropagation at a layer: each upper half is a model, its input the layer's activation."""

    def attribute(setup: Setup) -> list[Tensor]:
        whole = _with_input_layer(setup.model)
        with torch.no_grad():
            activations, _ = _forward(whole, _modules(whole, layers), setup.images)
        return [
            attr.GuidedBackprop(upper_half(setup.model, layer)).attribute(activation, setup.targets)
            for layer, activation in zip(layers, activations)
        ]

    return attribute


def _deeplift(layers: list[str]) -> Way:
    def at(layer: str, setup: Setup) -> Tensor:
        method = (
            attr.DeepLift(setup.own_relus)
            if layer == "input"
            else attr.LayerDeepLift(setup.own_relus, setup.own_relus.get_submodule(layer))
        )
        images = setup.images.detach().requires_grad_()  # its hooks want a graph below the layer too
        return method.attribute(images, torch.zeros_like(images), setup.targets).detach()

    return lambda setup: [at(layer, setup) for layer in layers]


def _truncated_deeplift(layers: list[str]) -> Way:
    """Each upper half is a model of its own, its baseline zeros at the layer."""

    def attribute(setup: Setup) -> list[Tensor]:
        whole = _with_input_layer(setup.own_relus)
        with torch.no_grad():
            activations, _ = _forward(whole, _modules(whole, layers), setup.images)
        return [
            attr.DeepLift(upper_half(setup.own_relus, layer)).attribute(
                activation.requires_grad_(), torch.zeros_like(activation), setup.targets
            )
            for layer, activation in zip(layers, activations)
        ]

    return attribute


def _by_pass_size(name: str, make: Callable[[str, int], Way], layer: str, batch: int) -> dict[str, Way]:
    """A way for every number of images that go through the network at once."""
    sizes = [size for size in PASS_SIZES if size >= batch] or [batch]
    return {f"{name}, {size} images a pass": make(layer, size) for size in sizes}


def _integrated(layer: str, pass_size: int) -> Way:
    def attribute(setup: Setup) -> list[Tensor]:
        method = (
            attr.IntegratedGradients(setup.model)
            if layer == "input"
            else attr.LayerIntegratedGradients(setup.model, setup.model.get_submodule(layer))
        )
        return [
            method.attribute(
                setup.images,
                torch.zeros_like(setup.images),
                setup.targets,
                n_steps=STEPS,
                method="gausslegendre",
                internal_batch_size=pass_size,
            )
        ]

    return attribute


def _smooth(layer: str, pass_size: int) -> Way:
    def attribute(setup: Setup) -> list[Tensor]:
        method = (
            attr.Saliency(setup.model)
            if layer == "input"
            else attr.LayerGradientXActivation(setup.model, setup.model.get_submodule(layer), multiply_by_inputs=False)
        )
        signed = {"abs": False} if layer == "input" else {}
        return [
            attr.NoiseTunnel(method).attribute(
                setup.images,
                nt_type="smoothgrad",
                nt_samples=SAMPLES,
                nt_samples_batch_size=max(1, pass_size // len(setup.images)),
                stdevs=_sigma(setup.images),
                target=setup.targets,
                **signed,
            )
        ]

    return attribute


def _sigma(images: Tensor) -> float:
    """Captum takes one for the batch, we one per image; of noise all images have nearly the same."""
    values = images.flatten(1)
    return SIGMA * (values.amax(1) - values.amin(1)).mean().item()


def _with_input_layer(model: nn.Module) -> nn.Sequential:
    """The input as a layer among the others."""
    return nn.Sequential(nn.Identity(), model)


def _modules(whole: nn.Sequential, layers: list[str]) -> list[nn.Module]:
    return [whole[0] if layer == "input" else whole[1].get_submodule(layer) for layer in layers]


def _forward(model: nn.Module, layers: list[nn.Module], images: Tensor) -> tuple[list[Tensor], Tensor]:
    """The outputs of layers, and the logits; a layer is what comes out of a module's last use."""
    outputs: dict[nn.Module, Tensor] = {}
    keep = lambda module, _, output: outputs.update({module: output})
    hooks = [layer.register_forward_hook(keep) for layer in layers]
    try:
        logits = model(images)
    finally:
        for hook in hooks:
            hook.remove()
    return [outputs[layer] for layer in layers], logits
