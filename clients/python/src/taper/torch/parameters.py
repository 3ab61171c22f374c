"""Which gradients are meant: those of a module, of an optimizer, of parameters, or the tensors themselves."""

from collections.abc import Iterable, Mapping
from typing import Any

import torch


def gradients_of(model: Any) -> "list[torch.Tensor] | None":
    """The gradients of a module, of what an optimizer steps, or of parameters; tensors that are no parameters are gradients themselves, as
    ``torch.func.grad`` and ``torch.autograd.grad`` return them, also in dicts, lists and tuples. None for anything else.

    :raises TypeError: no parameter has a gradient, or the parameters are sharded in a way that only the module knows
    """
    tensors = parameters_of(model)
    if tensors is None:
        tensors = _leaves(model)
    if tensors is None:
        return None
    if any(getattr(tensor, "_fsdp_flattened", False) for tensor in tensors):
        raise TypeError("Parameters are sharded over processes by FullyShardedDataParallel: pass the module, in every process.")
    gradients = [gradient for tensor in tensors if tensor.is_leaf and (gradient := tensor.grad) is not None]
    if not gradients and any(hasattr(tensor, "ds_id") or hasattr(tensor, "_hp_mapping") for tensor in tensors):
        raise TypeError("DeepSpeed keeps the gradients to itself: log its norm with run.log(step, l2=engine.get_global_grad_norm()).")
    if gradients or any(isinstance(tensor, torch.nn.Parameter) for tensor in tensors):
        return gradients
    return tensors


def parameters_of(model: Any) -> "list[torch.Tensor] | None":
    """The parameters of a module, those that an optimizer steps, or the tensors given; None for anything else."""
    if isinstance(model, torch.nn.Module):
        return list(model.parameters())
    if isinstance(model, torch.Tensor):
        return [model]
    groups = getattr(model, "param_groups", None)
    if isinstance(groups, list):
        return [parameter for group in groups for parameter in group["params"]]
    if isinstance(model, Mapping) or not isinstance(model, Iterable):
        return None
    tensors = list(model)
    return tensors if tensors and all(isinstance(tensor, torch.Tensor) for tensor in tensors) else None


def _leaves(tree: Any) -> "list[torch.Tensor] | None":
    """The tensors of nested dicts, lists and tuples; None if anything else is in them, or nothing."""
    found: list[torch.Tensor] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, torch.Tensor):
            found.append(node)
        elif isinstance(node, Mapping):
            waiting += reversed(list(node.values()))
        elif isinstance(node, (list, tuple)):
            waiting += reversed(node)
        elif node is not None:
            return None
    return found or None
