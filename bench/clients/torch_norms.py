"""What it costs a PyTorch trainer to log both norms and the loss, beside `torch.nn.utils.clip_grad_norm_` alone; and on a GPU whether the norms
are right under float16 with a GradScaler, with fused AdamW and under FSDP2.

    python bench/clients/torch_norms.py [--device cuda] [--repeats 200]

It needs PyTorch 2 and this checkout, and no service: what is logged waits in a spool that is removed.
"""

import argparse
import logging
import math
import os
import pathlib
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "clients/python/src"))
os.environ["TAPER_HOME"] = tempfile.mkdtemp()
os.environ["TAPER_URL"] = "http://127.0.0.1:9"
os.environ.setdefault("MASTER_ADDR", "127.0.0.1")
os.environ.setdefault("MASTER_PORT", "29511")
logging.getLogger("taper").setLevel(logging.CRITICAL)

import torch

import taper
from taper.torch import gradient_norms

SIZE = 10_000_000


def parameters(tensors, device, dtype=torch.float32):
    """Ten million values in so many tensors of unequal sizes, each with a gradient."""
    shares = [1 + 4 * (i % 3) for i in range(tensors)]
    made = []
    for share in shares:
        value = torch.nn.Parameter(torch.randn(max(1, SIZE * share // sum(shares)), device=device, dtype=dtype))
        value.grad = torch.randn_like(value)
        made.append(value)
    return made


def synchronize(device):
    if device == "cuda":
        torch.cuda.synchronize()


def seconds(act, device, repeats):
    """Median time of a call, with the device waited for: each alternates with others, so what slows the machine slows all."""
    times = []
    for _ in range(repeats):
        synchronize(device)
        begin = time.perf_counter()
        act()
        synchronize(device)
        times.append(time.perf_counter() - begin)
    return times


def measure_cost(device, repeats):
    loss = torch.ones((), device=device)
    for tensors in (84, 610):
        given = parameters(tensors, device)
        run = taper.run(f"bench-{tensors}", rank=0)
        step = 0

        def logged():
            nonlocal step
            run.log_gradient_norms(given, step, loss=loss)
            step += 1

        acts = {"clip": lambda: torch.nn.utils.clip_grad_norm_(given, 1e9), "both norms and loss": logged}
        times = {name: [] for name in acts}
        for act in acts.values():
            seconds(act, device, 20)
        for _ in range(repeats // 10):
            for name, act in acts.items():
                times[name] += seconds(act, device, 10)
        clip, both = (statistics.median(times[name]) for name in acts)
        print(f"{tensors} tensors: clip_grad_norm_ {1e3 * clip:.3f} ms, both norms and loss {1e3 * both:.3f} ms, ratio {both / clip:.2f}")
        print(f"  {both / 10e-3:.2%} of a step of 10 ms" if device == "cuda" else f"  {1e3 * (both - clip):.3f} ms more than to clip")
        run.close(0)


def exact(gradients):
    total = torch.cat([gradient.detach().flatten().double() for gradient in gradients])
    return total.abs().sum().item(), total.norm().item()


def differs(found, expected):
    return max(abs(float(one) / other - 1) for one, other in zip(found, expected))


def check_scaler():
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(512, 512), torch.nn.GELU(), torch.nn.Linear(512, 512)).cuda()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, fused=True)
    scaler = torch.amp.GradScaler("cuda")
    watching = taper.watch(model, optimizer, "bench-scaler", rank=0)
    kept = []
    plain = watching.run.log
    watching.run.log = lambda step, **values: (kept.append((step, values)), plain(step, **values))
    expected = []
    for _ in range(20):
        with torch.autocast("cuda", dtype=torch.float16):
            loss = model(torch.randn(64, 512, device="cuda")).square().mean()
        scaler.scale(loss).backward()
        scaler.unscale_(optimizer)
        expected.append(exact([weight.grad for weight in model.parameters()]))
        watching.clip_grad_norm_(0.01)
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
    norms = [(values["l1"], values["l2"]) for _, values in kept if "l1" in values]
    finite = [(found, real) for found, real in zip(norms, expected) if math.isfinite(real[0])]
    print(f"float16, GradScaler, fused AdamW: {len(finite)} steps, largest relative error {max(differs(*pair) for pair in finite):.1e}")
    watching.close()
    watching.run.close(0)


def check_half():
    for dtype in (torch.float16, torch.bfloat16):
        given = parameters(84, "cuda", dtype)
        error = differs(gradient_norms(given), exact([value.grad for value in given]))
        print(f"gradients in {str(dtype).removeprefix('torch.')}: relative error {error:.1e}")


def check_fsdp2():
    from torch.distributed.device_mesh import init_device_mesh

    try:
        from torch.distributed.fsdp import fully_shard
    except ImportError:
        from torch.distributed._composable.fsdp import fully_shard
    torch.distributed.init_process_group("nccl", rank=0, world_size=1)
    try:
        torch.manual_seed(0)
        model = torch.nn.Sequential(*[torch.nn.Linear(256, 256) for _ in range(4)]).cuda()
        for layer in model:
            fully_shard(layer, mesh=init_device_mesh("cuda", (1,)))
        fully_shard(model)
        model(torch.randn(32, 256, device="cuda")).square().mean().backward()
        whole = exact([weight.grad.full_tensor() for weight in model.parameters()])
        print(f"FSDP2 on one GPU: relative error {differs(gradient_norms(model.parameters()), whole):.1e}")
    finally:
        torch.distributed.destroy_process_group()


def main():
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    asked.add_argument("--repeats", type=int, default=200)
    given = asked.parse_args()
    name = torch.cuda.get_device_name() if given.device == "cuda" else f"CPU, {torch.get_num_threads()} threads"
    print(f"PyTorch {torch.__version__}, Python {sys.version.split()[0]}, {name}")
    measure_cost(given.device, given.repeats)
    if given.device == "cuda":
        check_half()
        check_scaler()
        check_fsdp2()


main()
