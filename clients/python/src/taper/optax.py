"""Taper with JAX and optax."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp

from .schedules import Schedule


def schedule(schedule: Schedule, peak_learning_rate: float | None = None) -> Callable[[Any], Any]:
    """The schedule for optax: ``optax.adamw(taper.optax.schedule(…))``. A function from step to learning rate that works inside ``jit``.

    :param peak_learning_rate: the learning rate at multiplier 1. Default: the schedule's own
    :raises ValueError: the peak learning rate is neither given nor known
    """
    rates = jnp.asarray([schedule.learning_rate(step, peak_learning_rate) for step in range(len(schedule))])
    last = len(schedule) - 1

    def learning_rate(count: Any) -> Any:
        return rates[jnp.clip(count, 0, last)]

    return learning_rate


def gradient_norms(gradients: Any) -> tuple[Any, Any]:
    """‖g‖₁ and ‖g‖₂ of a pytree of gradients, as scalars on the device. Works inside ``jit``, where XLA reads each gradient once.

    >>> l1, l2 = taper.optax.gradient_norms(grads)   # in the jitted step; return both
    >>> run.log(step, l1=l1, l2=l2, loss=loss)       # outside; does not wait for the device
    """
    l1 = squares = jnp.zeros((), jnp.float32)
    for leaf in jax.tree_util.tree_leaves(gradients):
        leaf = jnp.abs(leaf)
        leaf = leaf.astype(jnp.promote_types(leaf.dtype, jnp.float32))
        l1, squares = l1 + jnp.sum(leaf), squares + jnp.sum(leaf * leaf)
    return l1, jnp.sqrt(squares)
