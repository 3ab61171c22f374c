"""megatron-core's scheduler with the flags of an export, handed on as Megatron-LM's training scripts do, one sample an iteration."""

import importlib.util
import os
import subprocess
import sys
import types

from exported import run_exports


def scheduler_class():
    try:
        from megatron.core.optimizer_param_scheduler import OptimizerParamScheduler

        return OptimizerParamScheduler
    except Exception:
        # The package as a whole wants CUDA; its scheduler is one file that wants a logger alone.
        folder = next(iter(importlib.util.find_spec("megatron").submodule_search_locations))
        for name in [name for name in sys.modules if name.split(".")[0] == "megatron"]:
            del sys.modules[name]
        for name in ("megatron", "megatron.core", "megatron.core.utils"):
            sys.modules[name] = types.ModuleType(name)
        sys.modules["megatron.core.utils"].log_single_rank = lambda *_, **__: None
        spec = importlib.util.spec_from_file_location("scheduler", os.path.join(folder, "core", "optimizer_param_scheduler.py"))
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module.OptimizerParamScheduler


class Optimizer:
    def __init__(self):
        self.param_groups = [{"default_config": True}]


def rates_of(file, steps, peak):
    script = f'source "{file}"; printf "%s\\n" "${{LEARNING_RATE_ARGS[@]}}"'
    env = {"PATH": "/usr/bin:/bin", "PEAK_LEARNING_RATE": repr(peak)}
    flags = subprocess.run(["bash", "-euc", script], capture_output=True, text=True, check=True, env=env).stdout.split()
    args = dict(zip([flag.removeprefix("--") for flag in flags[::2]], flags[1::2]))
    optimizer = Optimizer()
    scheduler = OptimizerParamScheduler(
        optimizer,
        init_lr=float(args["lr-warmup-init"]),
        max_lr=float(args["lr"]),
        min_lr=float(args["min-lr"]),
        lr_warmup_steps=int(args["lr-warmup-iters"]),
        lr_decay_steps=int(args["lr-decay-iters"]),
        lr_decay_style=args["lr-decay-style"],
        start_wd=0.0,
        end_wd=0.0,
        wd_incr_steps=int(args["train-iters"]),
        wd_incr_style="constant",
        wsd_decay_steps=int(args["lr-wsd-decay-iters"]) if "lr-wsd-decay-iters" in args else None,
        lr_wsd_decay_style=args.get("lr-wsd-decay-style"),
    )
    for _ in range(steps):
        yield optimizer.param_groups[0]["lr"]
        scheduler.step(1)


OptimizerParamScheduler = scheduler_class()
run_exports("megatron-core", rates_of)
