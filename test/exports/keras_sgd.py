"""Keras's SGD on JAX, with the schedule as it comes back from its saved configuration."""

import os

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np
from exported import imported, peak_of, run_exports


def rates_of(file, steps, peak):
    exported = imported(file)
    optimizer = keras.optimizers.SGD(exported.TaperSchedule(peak_of(exported, peak)))
    optimizer = keras.optimizers.SGD.from_config(optimizer.get_config())
    variable = keras.Variable(np.float32(0))
    optimizer.build([variable])
    gradient = keras.ops.ones(())
    for _ in range(steps):
        yield optimizer.learning_rate
        optimizer.apply([gradient])


run_exports("keras", rates_of)
