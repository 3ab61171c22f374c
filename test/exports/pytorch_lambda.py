"""LambdaLR beside an optimizer of PyTorch."""

import torch
from exported import imported, peak_of, run_exports


def rates_of(file, steps, peak):
    exported = imported(file)
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=peak_of(exported, peak))
    scheduler = exported.make_scheduler(optimizer)
    for _ in range(steps):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()


run_exports("torch", rates_of)
