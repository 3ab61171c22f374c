"""Both norms of the gradients of a PyTorch model beside `clip_grad_norm_`, which reads them for one norm and scales them:

PYTHONPATH=clients/python/src python3 bench/clients/gradient_norms.py
"""

import os
import platform
import statistics
import time

import torch

from taper.torch import gradient_norms

SHAPES = {
    "a transformer, 10⁷": [(1000, 512)] + [(512, 512)] * 20 + [(512, 2048), (2048, 512)] * 2 + [(512,)] * 40,
    "one tensor, 10⁷": [(10_000_000,)],
    "many small, 10⁷": [(128, 128)] * 610,
}


def two_norms(parameters) -> None:
    """What one would write without Taper: two passes."""
    gradients = [parameter.grad for parameter in parameters]
    torch.stack(torch._foreach_norm(gradients, 1)).sum(), torch.linalg.vector_norm(torch.stack(torch._foreach_norm(gradients, 2)))


def milliseconds(do) -> float:
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


print(f"{os.cpu_count()} cores, {platform.platform()}, PyTorch {torch.__version__}, {torch.get_num_threads()} threads, load {os.getloadavg()[0]:.1f}\n")
print("| model | parameters | clip_grad_norm_, ms | both norms, ms | ratio | torch._foreach_norm twice, ms |\n| --- | --- | --- | --- | --- | --- |")
for name, shapes in SHAPES.items():
    parameters = [torch.nn.Parameter(torch.zeros(shape)) for shape in shapes]
    for parameter in parameters:
        parameter.grad = torch.randn(parameter.shape)
    rivals = {
        "clip": lambda parameters=parameters: torch.nn.utils.clip_grad_norm_(parameters, 1e9),
        "both": lambda parameters=parameters: gradient_norms(parameters),
        "twice": lambda parameters=parameters: two_norms(parameters),
    }
    taken = {key: [] for key in rivals}
    for _ in range(30):
        for key, do in rivals.items():
            taken[key].append(milliseconds(do))
    clip, both, twice = (statistics.median(taken[key]) for key in rivals)
    ratio = statistics.median(b / c for b, c in zip(taken["both"], taken["clip"]))
    print(f"| {name} | {sum(p.numel() for p in parameters):,} | {clip:.2f} | {both:.2f} | {ratio:.2f} | {twice:.2f} |")
