"""Norms of gradients that are sharded over processes: sums of what each process has, and one reduction."""

from collections.abc import Callable
from typing import Any

import torch

Norms = tuple[torch.Tensor, torch.Tensor]


def is_sharded(gradient: "torch.Tensor") -> bool:
    """Whether a gradient is a DTensor, as those of FSDP2 and of tensor parallelism are."""
    return hasattr(gradient, "to_local") and hasattr(gradient, "placements")


def sharded_norms(given: "list[torch.Tensor]", norms_of_whole: "Callable[[list[torch.Tensor]], Norms]") -> Norms:
    """Both norms of gradients of which some are DTensors. All processes of their mesh must call it.

    A sum over a shard is added over the dimensions of the mesh along which the tensor is cut; along the others every process has the same.

    :raises TypeError: gradients are pending sums (``Partial``), so no process knows its part
    """
    by_cut: dict[Any, list[torch.Tensor]] = {}
    whole: list[torch.Tensor] = []
    for gradient in given:
        if not is_sharded(gradient):
            whole.append(gradient)
            continue
        placed: Any = gradient
        if any(placement.is_partial() for placement in placed.placements):
            raise TypeError("Gradients are sums that are not reduced yet: log the norm from your framework with run.log(step, l2=…).")
        cut = tuple(dimension for dimension, placement in enumerate(placed.placements) if placement.is_shard())
        by_cut.setdefault((placed.device_mesh, cut), []).append(placed.to_local())
    l1, l2 = norms_of_whole(whole)
    squares = l2.square()
    for (mesh, cut), parts in by_cut.items():
        part1, part2 = norms_of_whole([part for part in parts if part.numel() > 0])
        device = parts[0].device
        sums = torch.stack((part1.to(device, torch.float64), part2.to(device, torch.float64).square()))
        for dimension in cut:
            torch.distributed.all_reduce(sums, group=mesh.get_group(dimension))
        l1, squares = l1.to(device) + sums[0], squares.to(device) + sums[1]
    return l1, squares.sqrt()


def fsdp1_roots(model: Any) -> "list[Any]":
    """The outermost modules of the first FSDP, ``FullyShardedDataParallel``, in a module; none in anything else."""
    if not isinstance(model, torch.nn.Module):
        return []
    if type(model).__name__ == "FullyShardedDataParallel":
        return [model]
    return [root for child in model.children() for root in fsdp1_roots(child)]


def fsdp1_norms(roots: "list[Any]") -> Norms:
    """Both norms of what ``FullyShardedDataParallel`` manages. Its own clipping is asked, with no limit: that leaves gradients as they are.

    All processes must call it.
    """
    each = [[root.clip_grad_norm_(float("inf"), order) for root in roots] for order in (1, 2)]
    return torch.stack(each[0]).sum(), torch.linalg.vector_norm(torch.stack(each[1]))
