"""What every driver here does: it runs exports by their library, and writes down the learning rate of each step.

    python <driver>.py <exports> <answer>

exports: a JSON list of {"file", "steps", "peak"}: an export, the steps to run, and the peak learning rate where the export has none.
answer: {"version", "results"}, in the same order {"rates"}, {"none": why there is nothing to run} or {"error"}.
"""

import importlib.util
import json
import sys
import traceback
from importlib.metadata import PackageNotFoundError, version


class NothingToRun(Exception):
    """The export says that the library has nothing like the schedule."""


def imported(file):
    """An export in Python as a module."""
    spec = importlib.util.spec_from_file_location("taper_schedule", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def peak_of(module, peak):
    """The peak learning rate of an export, or that of its user, where the export has none."""
    return peak if module.PEAK_LEARNING_RATE is None else module.PEAK_LEARNING_RATE


def version_of(package):
    """Its version, which packages of a system do not always state."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def run_exports(package, rates_of):
    """Runs rates_of(file, steps, peak) for each export of the list."""
    results = []
    with open(sys.argv[1]) as file:
        exports = json.load(file)
    for export in exports:
        try:
            results.append({"rates": [float(rate) for rate in rates_of(export["file"], export["steps"], export["peak"])]})
        except NothingToRun as reason:
            results.append({"none": str(reason)})
        except Exception:
            results.append({"error": traceback.format_exc()})
    with open(sys.argv[2], "w") as file:
        json.dump({"version": version_of(package), "results": results}, file)
