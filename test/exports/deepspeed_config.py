"""The scheduler that DeepSpeed makes of its configuration, stepped after the optimizer as its engine does."""

import json
import logging

logging.disable(logging.CRITICAL)
import torch
from deepspeed.runtime import lr_schedules
from exported import run_exports


def rates_of(file, steps, peak):
    with open(file) as text:
        config = json.load(text)["scheduler"]
    params = config["params"]
    if params.get("warmup_max_lr") == "auto":
        params["warmup_max_lr"] = peak
        params["warmup_min_lr"] *= peak
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=peak)
    scheduler = getattr(lr_schedules, config["type"])(optimizer, **params)
    for _ in range(steps):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()


run_exports("deepspeed", rates_of)
