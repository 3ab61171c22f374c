"""The class as sd-scripts takes it: imported by name, called with the optimizer, and prepared by Accelerate, which steps it once per process."""

import importlib
import os
import sys

import torch
from exported import imported, peak_of, run_exports

PROCESSES = 2


def rates_of(file, steps, peak):
    os.environ["WORLD_SIZE"] = str(PROCESSES)
    exported = imported(file)
    sys.modules["taper_schedule"] = exported
    module, name = "taper_schedule.TaperScheduler".rsplit(".", 1)
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=peak_of(exported, peak))
    scheduler = getattr(importlib.import_module(module), name)(optimizer)
    for _ in range(steps):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        for _ in range(PROCESSES):
            scheduler.step()


run_exports("torch", rates_of)
