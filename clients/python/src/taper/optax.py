"""Taper in JAX and optax."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp

from .schedules import Schedule


def schedule(schedule: Schedule, peak_learning_rate: float | None = None) -> Callable[[Any], Any]:
    """A schedule as optax takes it, ``optax.adamw(taper.optax.schedule(…))``: from the step to the learning rate, inside ``jit`` too.

    :param peak_learning_rate: the rate at multiplier 1; that of the schedule otherwise
    :raises ValueError: the peak is neither given nor known
    """
    rates = jnp.asarray([schedule.learning_rate(step, peak_learning_rate) for step in range(len(schedule))])
    last = len(schedule) - 1

    def learning_rate(count: Any) -> Any:
        return rates[jnp.clip(count, 0, last)]

    return learning_rate


def gradient_norms(gradients: Any) -> tuple[Any, Any]:
    """‖g‖₁ and ‖g‖₂ of a pytree of gradients, as scalars on the device, inside ``jit`` too; XLA reads the gradients once for both.

    >>> l1, l2 = taper.optax.gradient_norms(grads)   # in the jitted step, returned with its other results
    >>> run.log(step, l1=l1, l2=l2)                  # outside; nothing waits for the device
    """
    l1 = squares = jnp.zeros((), jnp.float32)
    for leaf in jax.tree_util.tree_leaves(gradients):
        leaf = jnp.abs(leaf)
        leaf = leaf.astype(jnp.promote_types(leaf.dtype, jnp.float32))
        l1, squares = l1 + jnp.sum(leaf), squares + jnp.sum(leaf * leaf)
    return l1, jnp.sqrt(squares)
