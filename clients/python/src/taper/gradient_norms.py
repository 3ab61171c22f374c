"""‖g‖₁ and ‖g‖₂ of PyTorch, JAX or NumPy gradients. Uses the libraries the trainer has already imported, and imports none."""

import sys
from typing import Any


def gradient_norms(model: Any) -> tuple[Any, Any]:
    """Both norms, over all parameters together.

    :param model: a PyTorch module or its parameters; or gradients as NumPy arrays or a JAX pytree
    :return: ‖g‖₁ = Σ|gᵢ| and ‖g‖₂ = √Σgᵢ², as numbers or as scalars on the device
    :raises TypeError: ``model`` is none of these
    """
    torch = sys.modules.get("torch")
    if torch is not None:
        from . import torch as of_torch

        parameters = of_torch.parameters_of(model)
        if parameters is not None:
            return of_torch.gradient_norms(parameters)
    jax = sys.modules.get("jax")
    if jax is not None and any(isinstance(leaf, jax.Array) for leaf in jax.tree_util.tree_leaves(model)):
        from . import optax as of_jax

        return of_jax.gradient_norms(model)
    if "numpy" in sys.modules:
        from . import numpy as of_numpy

        return of_numpy.gradient_norms(model)
    raise TypeError(f"Gradients must be of PyTorch, JAX or NumPy, not {type(model).__name__}.")
