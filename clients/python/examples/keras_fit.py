"""Keras 3 on JAX or PyTorch: ``fit`` with a callback, then once more with the refined schedule.

KERAS_BACKEND=jax python keras_fit.py my-run
"""

import sys

import digits
import keras

import taper

EPOCHS, BATCH, PEAK = 15, 64, 3e-3


def train(run_id: str, learning_rate) -> float:
    """The loss on all digits after training."""
    images, labels = digits.load()
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.layers.Dense(64, activation="tanh"), keras.layers.Dense(10)])
    model.compile(keras.optimizers.AdamW(learning_rate, clipnorm=1.0), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    callback = taper.keras.TaperCallback(run_id, peak_learning_rate=PEAK)
    model.fit(images, labels, BATCH, EPOCHS, verbose=0, callbacks=[callback])
    return float(model.evaluate(images, labels, verbose=0))


def main(run_id: str) -> None:
    linear = train(run_id, PEAK)
    refined = taper.schedule(run_id)
    print(
        f"loss {linear:.4f} with a constant rate, {train(f'{run_id}-refined', taper.keras.schedule(refined)):.4f} with that of preset robust"
    )


if __name__ == "__main__":
    main(sys.argv[1])
