"""Writes files by the official library: python -m venv v && v/bin/pip install safetensors==0.8.0 numpy && v/bin/python generate.py"""
import json
import numpy as np
from safetensors.numpy import save_file

values = np.array([0.0, -0.0, 5e-324, 1.7976931348623157e308, 0.1, -2.5])
save_file(
    {
        "parameters/layer/0/weight": values.reshape(2, 3),
        "parameters/bias": np.array([1.5, -0.25, 3.0], dtype=np.float32),
        "parameters/scale": np.array(7.0),
        "parameters/empty": np.zeros((0, 4), dtype=np.float32),
        "gradients/0/bias": np.array([1.0, 0.5, 0.25], dtype=np.float32),
        "gradients/1/bias": np.array([0.5, 0.5, 0.5], dtype=np.float32),
        "gradients/10/scale": np.array(0.5),
    },
    "replay.safetensors",
    {"request": json.dumps({"learningRate": 0.5}), "optimizer": "sgd"},
)
