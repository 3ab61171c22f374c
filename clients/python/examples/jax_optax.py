"""JAX and optax: a network with one hidden layer by AdamW in a jitted step, then once more with the refined schedule.

python jax_optax.py my-run
"""

import sys

import digits
import jax
import jax.numpy as jnp
import optax

import taper

STEPS, BATCH, PEAK = 400, 64, 3e-3


def loss_of(parameters, images, labels):
    hidden = jnp.tanh(images @ parameters["w1"] + parameters["b1"])
    return optax.softmax_cross_entropy_with_integer_labels(hidden @ parameters["w2"] + parameters["b2"], labels).mean()


def train(run: taper.Run, schedule: taper.Schedule) -> float:
    """The loss on all digits after training."""
    images, labels = map(jnp.asarray, digits.load())
    first, second, key = jax.random.split(jax.random.key(0), 3)
    parameters = {
        "w1": jax.random.normal(first, (64, 64)) / 8,
        "b1": jnp.zeros(64),
        "w2": jax.random.normal(second, (64, 10)) / 8,
        "b2": jnp.zeros(10),
    }
    optimizer = optax.adamw(taper.optax.schedule(schedule, PEAK))

    @jax.jit
    def update(parameters, state, key):
        batch = jax.random.randint(key, (BATCH,), 0, len(images))
        loss, gradients = jax.value_and_grad(loss_of)(parameters, images[batch], labels[batch])
        updates, state = optimizer.update(gradients, state, parameters)
        return optax.apply_updates(parameters, updates), state, loss, taper.optax.gradient_norms(gradients)

    state = optimizer.init(parameters)
    for step in range(STEPS):
        parameters, state, loss, (l1, l2) = update(parameters, state, jax.random.fold_in(key, step))
        run.log(step, l1=l1, l2=l2, loss=loss)  # nothing waits for the device
    return float(loss_of(parameters, images, labels))


def main(run_id: str) -> None:
    with taper.run(run_id, total_steps=STEPS, optimizer="adamw", peak_learning_rate=PEAK) as run:
        linear = train(run, taper.Schedule.linear(STEPS))
        refined = run.refine(steps=STEPS)
    with taper.run(f"{run_id}-refined", total_steps=STEPS, optimizer="adamw", peak_learning_rate=PEAK) as run:
        print(f"loss {linear:.4f} with linear decay, {train(run, refined):.4f} with that of preset robust")


if __name__ == "__main__":
    main(sys.argv[1])
