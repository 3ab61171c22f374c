"""The class as OneTrainer takes it: called by name with the optimizer and ``last_epoch``, also where training resumes."""

import torch
from exported import imported, peak_of, run_exports


def rates_of(file, steps, peak):
    exported = imported(file)
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=peak_of(exported, peak))
    scheduler = exported.TaperScheduler(optimizer=optimizer, last_epoch=-1)
    for step in range(steps):
        if step == steps // 2:
            scheduler = exported.TaperScheduler(optimizer=optimizer, last_epoch=step - 1)
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()


run_exports("torch", rates_of)
