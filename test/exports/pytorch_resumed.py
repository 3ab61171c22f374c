"""LambdaLR again, with a training that goes on from the middle, as an export of a branch says."""

import copy

import torch
from exported import imported, peak_of, run_exports


def rates_of(file, steps, peak):
    exported = imported(file)
    weights = [torch.zeros(1, requires_grad=True)]
    optimizer = torch.optim.SGD(weights, lr=peak_of(exported, peak))
    scheduler = exported.make_scheduler(optimizer)
    done = max(1, exported.STEPS // 2)
    for _ in range(done):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()
    checkpoint = copy.deepcopy({"optimizer": optimizer.state_dict()})

    optimizer = torch.optim.SGD(weights, lr=peak_of(exported, peak))
    optimizer.load_state_dict(checkpoint["optimizer"])
    scheduler = exported.make_scheduler(optimizer, last_epoch=done - 1)
    for _ in range(steps - done):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()


run_exports("torch", rates_of)
