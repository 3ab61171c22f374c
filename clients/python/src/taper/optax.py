"""Taper with JAX and optax."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import jax
import jax.numpy as jnp

from .schedules import Schedule

if TYPE_CHECKING:
    from .training_run import Run


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


class LogState(NamedTuple):
    """State of :func:`log_gradient_norms`: the step that comes next."""

    count: Any


def log_gradient_norms(run: "Run", first_step: int = 0) -> Any:
    """A gradient transformation that changes nothing, and logs both norms of what it receives, from inside ``jit``.

    >>> optimizer = optax.chain(taper.optax.log_gradient_norms(run), optax.clip_by_global_norm(1.0), optax.adamw(schedule))

    Put it first, before clipping. Inside ``optax.MultiSteps(optimizer, …)`` it receives the mean gradient of the accumulated batches, once
    per optimizer step. Its state counts the steps, so a checkpoint of the optimizer's state resumes the count; say
    ``run.resume_from(step)`` then. Call ``jax.effects_barrier()`` before ``run.refine()``: norms come from the device when it has them.

    :param first_step: the step of the first update
    """
    import optax

    def init(parameters: Any) -> LogState:
        return LogState(jnp.asarray(first_step, jnp.int32))

    def log(step: Any, l1: Any, l2: Any) -> None:
        run.log(int(step), l1=float(l1), l2=float(l2))

    def update(updates: Any, state: LogState, params: Any = None) -> Any:
        l1, l2 = gradient_norms(updates)
        jax.debug.callback(log, state.count, l1, l2)
        return updates, LogState(state.count + 1)

    return optax.GradientTransformation(init, update)
