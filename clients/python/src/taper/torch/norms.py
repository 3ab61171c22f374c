"""‖g‖₁ and ‖g‖₂ of PyTorch gradients, without waiting for the device."""

from collections.abc import Iterable, Iterator
from typing import Any

import torch
from torch._utils import _flatten_dense_tensors

from .parameters import gradients_of
from .sharded import fsdp1_norms, fsdp1_roots, is_sharded, sharded_norms

#: Values in a block. Both norms are computed while it is in the cache: 2 MB.
_BLOCK = 1 << 19

#: Values of small gradients that are gathered on a GPU to be measured together: 64 MB, for as long as that takes.
_GATHERED = 1 << 24


def gradient_norms(parameters: "Iterable[torch.nn.Parameter]") -> "tuple[torch.Tensor, torch.Tensor]":
    """‖g‖₁ and ‖g‖₂, over all parameters together, as scalars on their device.

    On a CPU it reads each gradient once, in blocks, and computes both norms while a block is in the cache. ‖·‖₁ is a sum of absolute
    values, because torch vectorises that but not its norm of order 1. On a GPU it gathers small gradients and measures them together: a
    few launches for the whole model, which it does not wait for.

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
        if any(type(gradient) is not torch.Tensor and is_sharded(gradient) for gradient in given):
            return sharded_norms(given, norms_of_whole)
        return norms_of_whole(given)


def norms_of_whole(given: "list[torch.Tensor]") -> "tuple[torch.Tensor, torch.Tensor]":
    """Both norms of gradients that this process has whole; zeros where there are none. Call it without autograd."""
    strided = torch.strided
    gradients = [gradient if gradient.layout is strided else gradient.coalesce().values() for gradient in given]
    if not gradients:
        return torch.zeros(()), torch.zeros(())
    device = gradients[0].device
    sums: list[torch.Tensor] = []
    roots: list[torch.Tensor] = []
    for group in _by_device_and_type(gradients):
        if group[0].is_complex():
            group = [gradient.abs() for gradient in group]
        if group[0].device.type == "cpu":
            for absolute in _blocks_of(group):
                sums.append(absolute.sum())
                roots.append(torch.linalg.vector_norm(absolute))
        else:
            for block in _gathered(group):
                sums.append(torch.linalg.vector_norm(block, 1, dtype=_exact(block)).to(device))
                roots.append(torch.linalg.vector_norm(block, dtype=_exact(block)).to(device))
    if not sums:
        return torch.zeros((), device=device), torch.zeros((), device=device)
    if len(sums) == 1:
        return sums[0], roots[0]
    return torch.stack(_alike(sums)).sum(), torch.linalg.vector_norm(torch.stack(_alike(roots)))


def _blocks_of(group: "list[torch.Tensor]") -> "Iterator[torch.Tensor]":
    """Absolute values of gradients of one type, a block at a time, in one buffer: part of a large gradient, or many small ones together."""
    size = min(_BLOCK, sum(gradient.numel() for gradient in group))
    buffer = torch.empty(size, dtype=_exact(group[0]))
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


def _by_device_and_type(gradients: "list[torch.Tensor]") -> "Iterable[list[torch.Tensor]]":
    groups: dict[tuple[torch.device, torch.dtype], list[torch.Tensor]] = {}
    for gradient in gradients:
        groups.setdefault((gradient.device, gradient.dtype), []).append(gradient)
    return groups.values()


def _gathered(group: "list[torch.Tensor]") -> "Iterator[torch.Tensor]":
    """Gradients of one device and type: large ones as they are, small ones together, because launches cost more than copies."""
    small: list[torch.Tensor] = []
    waiting = 0
    for gradient in group:
        if 4 * gradient.numel() > _GATHERED:
            yield gradient
            continue
        if waiting + gradient.numel() > _GATHERED:
            yield _flatten_dense_tensors(small)
            small, waiting = [], 0
        small.append(gradient)
        waiting += gradient.numel()
    if small:
        yield _flatten_dense_tensors(small)


def _exact(values: "torch.Tensor") -> "torch.dtype":
    """Half precision is summed in float32, since float16 overflows at 65 504."""
    return torch.float64 if values.dtype == torch.float64 else torch.float32
