"""The multipliers of a file of safetensors, as the library reads them, times the peak learning rate."""

from exported import run_exports
from safetensors.numpy import load_file


def rates_of(file, steps, peak):
    return load_file(file)["multipliers"] * peak


run_exports("safetensors", rates_of)
