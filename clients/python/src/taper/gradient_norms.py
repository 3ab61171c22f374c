"""‖g‖₁ and ‖g‖₂ of PyTorch, JAX or NumPy gradients. Uses the libraries the trainer has already imported, and imports none."""

import sys
from typing import Any


def gradient_norms(model: Any) -> tuple[Any, Any]:
    """Both norms, over all parameters together.

    :param model: a PyTorch module, an optimizer, parameters, or gradient tensors in lists and dicts; or gradients as NumPy arrays or a JAX pytree
    :return: ‖g‖₁ = Σ|gᵢ| and ‖g‖₂ = √Σgᵢ², as numbers or as scalars on the device
    :raises TypeError: ``model`` is none of these
    """
    torch = sys.modules.get("torch")
    if torch is not None:
        from . import torch as of_torch

        norms = of_torch.norms_of_model(model)
        if norms is not None:
            return norms
    jax = sys.modules.get("jax")
    if jax is not None and any(isinstance(leaf, jax.Array) for leaf in jax.tree_util.tree_leaves(model)):
        from . import optax as of_jax

        return of_jax.gradient_norms(model)
    if "numpy" in sys.modules:
        from . import numpy as of_numpy

        return of_numpy.gradient_norms(model)
    raise TypeError(f"Gradients must be of PyTorch, JAX or NumPy, not {type(model).__name__}.")


def needs_all_processes(model: Any) -> bool:
    """Whether every process must take part in measuring: gradients are sharded over them, so a norm is a reduction."""
    if "torch" not in sys.modules:
        return False
    from . import torch as of_torch

    return of_torch.needs_all_processes(model)
