"""‖g‖₁ and ‖g‖₂ of PyTorch gradients, without waiting for the device."""

from collections.abc import Iterable, Iterator
from typing import Any

import torch

from .parameters import gradients_of
from .sharded import fsdp1_norms, fsdp1_roots, is_sharded, sharded_norms

#: Values in a block. Both norms are computed while it is in the cache: 2 MB.
_BLOCK = 1 << 19


def gradient_norms(parameters: "Iterable[torch.nn.Parameter]") -> "tuple[torch.Tensor, torch.Tensor]":
    """‖g‖₁ and ‖g‖₂, over all parameters together, as scalars on their device.

    On a CPU it reads each gradient once, in blocks, and computes both norms while a block is in the cache. ‖·‖₁ is a sum of absolute
    values, because torch vectorises that but not its norm of order 1. On a GPU it calls ``torch._foreach_norm`` twice, a few launches
    for the whole model, and does not wait for them.

    Gradients that are sharded over processes (FSDP2's DTensors) are measured as what they are parts of, by one reduction: every process of
    the mesh must call this.

    :param parameters: parameters without a gradient are left out, as in ``clip_grad_norm_``
    :raises TypeError: no parameter has a gradient
    """
    return norms_of([parameter.grad for parameter in parameters if parameter.grad is not None])


def norms_of_model(model: Any) -> "tuple[torch.Tensor, torch.Tensor] | None":
    """Both norms of what :func:`gradients_of` takes, also where it is sharded; None for anything else.

    :raises TypeError: no parameter has a gradient
    """
    roots = fsdp1_roots(model)
    if roots:
        return fsdp1_norms(roots)
    gradients = gradients_of(model)
    return None if gradients is None else norms_of(gradients)


def needs_all_processes(model: Any) -> bool:
    """Whether the norms of a model are a reduction that every process must take part in."""
    return bool(fsdp1_roots(model)) or any(is_sharded(gradient) for gradient in gradients_of(model) or [])


def norms_of(given: "list[torch.Tensor]") -> "tuple[torch.Tensor, torch.Tensor]":
    """Like :func:`gradient_norms`, of the gradients themselves."""
    if not given:
        raise TypeError("No parameter has a gradient: call this after backward and before zero_grad.")
    with torch.no_grad():
        if any(is_sharded(gradient) for gradient in given):
            return sharded_norms(given, norms_of_whole)
        return norms_of_whole(given)


def norms_of_whole(given: "list[torch.Tensor]") -> "tuple[torch.Tensor, torch.Tensor]":
    """Both norms of gradients that this process has whole; zeros where there are none."""
    gradients = [_dense(gradient.detach()) for gradient in given]
    if not gradients:
        return torch.zeros(()), torch.zeros(())
    device = gradients[0].device
    l1: list[torch.Tensor] = []
    l2: list[torch.Tensor] = []
    for absolute in _blocks_of([gradient for gradient in gradients if gradient.device.type == "cpu"]):
        l1.append(absolute.sum())
        l2.append(torch.linalg.vector_norm(absolute))
    for group in _by_device_and_type([gradient for gradient in gradients if gradient.device.type != "cpu"]):
        l1 += [norm.to(device) for norm in _norms(group, 1)]
        l2 += [norm.to(device) for norm in _norms(group, 2)]
    if not l1:
        return torch.zeros((), device=device), torch.zeros((), device=device)
    return torch.stack(_alike(l1)).sum(), torch.linalg.vector_norm(torch.stack(_alike(l2)))


def _blocks_of(gradients: "list[torch.Tensor]") -> "Iterator[torch.Tensor]":
    """Absolute values, a block at a time, in one buffer: part of a large gradient, or many small ones together."""
    buffers: dict[torch.dtype, torch.Tensor] = {}
    size = min(_BLOCK, sum(gradient.numel() for gradient in gradients))
    for group in _by_device_and_type(gradients):
        exact = torch.float64 if group[0].dtype == torch.float64 else torch.float32
        buffer = buffers.setdefault(exact, torch.empty(size, dtype=exact))
        small: list[torch.Tensor] = []
        waiting = 0
        for gradient in group:
            flat = gradient.reshape(-1)
            if 2 * flat.numel() > _BLOCK:
                for block in flat.split(_BLOCK):
                    yield _absolute(block, buffer)
                continue
            if waiting + flat.numel() > size:
                yield _absolute(small, buffer[:waiting])
                small, waiting = [], 0
            small.append(flat)
            waiting += flat.numel()
        if waiting:
            yield _absolute(small, buffer[:waiting])


def _absolute(values: "torch.Tensor | list[torch.Tensor]", buffer: "torch.Tensor") -> "torch.Tensor":
    if isinstance(values, list):
        if values[0].dtype == buffer.dtype:
            return torch.cat(values, out=buffer).abs_()
        return buffer.copy_(torch.cat(values)).abs_()
    buffer = buffer[: values.numel()]
    return torch.abs(values, out=buffer) if values.dtype == buffer.dtype else buffer.copy_(values).abs_()


def _alike(norms: "list[torch.Tensor]") -> "list[torch.Tensor]":
    return [norm.to(norms[0].dtype) for norm in norms]


def _dense(gradient: "torch.Tensor") -> "torch.Tensor":
    if gradient.layout != torch.strided:
        gradient = gradient.coalesce().values()
    return gradient.abs() if gradient.is_complex() else gradient


def _by_device_and_type(gradients: "list[torch.Tensor]") -> "Iterable[list[torch.Tensor]]":
    groups: dict[tuple[torch.device, torch.dtype], list[torch.Tensor]] = {}
    for gradient in gradients:
        groups.setdefault((gradient.device, gradient.dtype), []).append(gradient)
    return groups.values()


def _norms(gradients: "list[torch.Tensor]", order: int) -> "Iterable[torch.Tensor]":
    """Norms of tensors of one device and type. Half precision is summed in float32, since float16 overflows at 65 504."""
    if gradients[0].dtype in (torch.float16, torch.bfloat16):
        return [torch.linalg.vector_norm(gradient, order, dtype=torch.float32) for gradient in gradients]
    if hasattr(torch, "_foreach_norm"):
        return torch._foreach_norm(gradients, order)
    return [torch.linalg.vector_norm(gradient, order) for gradient in gradients]
