"""Compiled steps of optax's SGD with a gradient of 1: what each moves by is its rate."""

import jax
import jax.numpy as jnp
import optax
from exported import imported, peak_of, run_exports


def rates_of(file, steps, peak):
    exported = imported(file)
    optimizer = optax.sgd(exported.schedule(peak_of(exported, peak)))

    @jax.jit
    def step(state):
        updates, state = optimizer.update(jnp.float32(1), state)
        return -updates, state

    state = optimizer.init(jnp.float32(0))
    for _ in range(steps):
        rate, state = step(state)
        yield rate


run_exports("optax", rates_of)
