"""Writes what PyTorch, Transformers and optax give for the schedules that Taper has as rules.

    python3 generate.py pytorch       # python3-torch of Debian 12
    python3 generate.py transformers  # pip install --no-deps transformers==5.24.0: PyTorch is not needed
    python3 generate.py optax         # pip install optax==0.2.8

Each case names the rule of Taper with its parameters and steps, and which of its multipliers are which values of the library: `count` of
them, from multiplier `ours` and from value `theirs` on. The base rate is 1. What is not in `same` differs, as `difference` says.
"""
import ast
import importlib.util
import json
import math
import re
import sys
from pathlib import Path

cases = []


def case(call, rule, steps, parameters, values, same=None, difference=None):
    """`same`: triples (ours, theirs, count); all of the steps unless given."""
    same = [(0, 0, steps)] if same is None else same
    cases.append({
        "call": call,
        "rule": rule,
        "parameters": parameters,
        "steps": steps,
        "same": [{"ours": ours, "theirs": theirs, "count": count} for ours, theirs, count in same],
        **({} if difference is None else {"difference": difference}),
        "values": [float(value) for value in values],
    })


# How the libraries are commonly called: with as many transition steps as the training has, so that the end comes one step too late.
LATE = "With n transition steps the end comes one step after the last, as for n + 1 steps here."
BEHIND = "The warm-up starts at 0 and is one step behind."


def pytorch():
    import torch
    from torch.optim import lr_scheduler as lr

    def values(count, make, **optimizer):
        sgd = torch.optim.SGD([torch.zeros(1, dtype=torch.float64, requires_grad=True)], lr=1.0, **optimizer)
        scheduler = make(sgd)
        out = []
        for _ in range(count):
            out.append(sgd.param_groups[0]["lr"])
            sgd.step()
            scheduler.step()
        return out

    n = 24
    case("ConstantLR(factor=1, total_iters=24)", "flat", n, {}, values(n, lambda o: lr.ConstantLR(o, 1.0, n)))
    for f in (0.0, 0.1):
        case(f"LinearLR(1, {f}, total_iters=23)", "linear", n, {"final": f}, values(n, lambda o: lr.LinearLR(o, 1.0, f, n - 1)))
        case(f"LinearLR(1, {f}, total_iters=24)", "linear", n + 1, {"final": f}, values(n, lambda o: lr.LinearLR(o, 1.0, f, n)),
             [(0, 0, n)], LATE)
        case(f"CosineAnnealingLR(T_max=23, eta_min={f})", "cosine", n, {"final": f},
             values(n, lambda o: lr.CosineAnnealingLR(o, n - 1, f)))
    case("CosineAnnealingLR(T_max=24)", "cosine", n + 1, {}, values(n, lambda o: lr.CosineAnnealingLR(o, n)), [(0, 0, n)], LATE)
    for power in (1.0, 2.0, 0.5):
        case(f"PolynomialLR(total_iters=23, power={power})", "polynomial", n, {"power": power},
             values(n, lambda o: lr.PolynomialLR(o, n - 1, power)))
    for f in (0.01, 0.3):
        case(f"ExponentialLR(gamma={f}^(1/23))", "exponential", n, {"final": f},
             values(n, lambda o: lr.ExponentialLR(o, f ** (1 / (n - 1)))))
    for milestones, factor in (((0.3, 0.6, 0.9), 0.1), ((0.5, 0.75), 0.5)):
        case(f"MultiStepLR(⌈{milestones}·24⌉, gamma={factor})", "stepwise", n, {"milestones": milestones, "factor": factor},
             values(n, lambda o: lr.MultiStepLR(o, [math.ceil(m * n) for m in milestones], factor)))
    for f in (0.0, 0.05):
        case(f"CosineAnnealingWarmRestarts(T_0=6, eta_min={f})", "cosine-restarts", n, {"cycles": 4, "final": f},
             values(n, lambda o: lr.CosineAnnealingWarmRestarts(o, 6, 1, f)))
        case(f"CosineAnnealingWarmRestarts(T_0=4, T_mult=2, eta_min={f})", "cosine-restarts", 28, {"cycles": 3, "growth": 2, "final": f},
             values(28, lambda o: lr.CosineAnnealingWarmRestarts(o, 4, 2, f)))
        case(f"CosineAnnealingWarmRestarts(T_0=2, T_mult=3, eta_min={f})", "cosine-restarts", 26, {"cycles": 3, "growth": 3, "final": f},
             values(26, lambda o: lr.CosineAnnealingWarmRestarts(o, 2, 3, f)))
    case("OneCycleLR(total_steps=24)", "one-cycle", n, {}, values(n, lambda o: lr.OneCycleLR(o, 1.0, n), momentum=0.9))
    for pct, strategy, div, final_div in ((0.25, "cos", 10.0, 100.0), (0.33, "linear", 25.0, 1e4), (0.5, "linear", 4.0, 1.0)):
        case(f"OneCycleLR(24, pct_start={pct}, {strategy}, {div}, {final_div})", "one-cycle", n,
             {"warmup": pct, "shape": {"cos": "cosine"}.get(strategy, strategy), "start": 1 / div, "final": 1 / (div * final_div)},
             values(n, lambda o: lr.OneCycleLR(o, 1.0, n, pct_start=pct, anneal_strategy=strategy, div_factor=div,
                                               final_div_factor=final_div), momentum=0.9))
    for length in (5, 0.2):
        L = 5
        case("SequentialLR(LinearLR(1/5, 1, 4), CosineAnnealingLR(T_max=18), milestones=[5])", "warmup", n,
             {"length": length, "of": {"rule": "cosine"}},
             values(n, lambda o: lr.SequentialLR(o, [lr.LinearLR(o, 1 / L, 1.0, L - 1), lr.CosineAnnealingLR(o, n - L - 1)], [L])))
    return torch.__version__


def transformers():
    spec = importlib.util.find_spec("transformers")
    folder = Path(spec.submodule_search_locations[0])
    # The formulas of optimization.py are functions of numbers; the module around them imports PyTorch.
    tree = ast.parse((folder / "optimization.py").read_text())
    tree.body = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.endswith("_lambda")]
    formulas = {"math": math}
    exec(compile(tree, "optimization.py", "exec"), formulas)

    def values(count, name, **arguments):
        return [formulas[name](step, **arguments) for step in range(count)]

    n, L = 24, 6
    case("constant", "flat", n, {}, values(n, "_get_constant_lambda"))
    case("constant_with_warmup, 6", "warmup", n, {"length": L, "of": {"rule": "flat"}},
         values(n + 1, "_get_constant_schedule_with_warmup_lr_lambda", num_warmup_steps=L), [(0, 1, n)], BEHIND)
    linear = "_get_linear_schedule_with_warmup_lr_lambda"
    case("linear, 0 of 23", "linear", n, {}, values(n, linear, num_warmup_steps=0, num_training_steps=n - 1))
    case("linear, 0 of 24", "linear", n + 1, {}, values(n, linear, num_warmup_steps=0, num_training_steps=n), [(0, 0, n)], LATE)
    case("linear, 6 of 23", "warmup", n, {"length": L, "of": {"rule": "linear"}},
         values(n, linear, num_warmup_steps=L, num_training_steps=n - 1), [(0, 1, L), (L, L, n - L)], BEHIND)
    cosine = "_get_cosine_schedule_with_warmup_lr_lambda"
    case("cosine, 0 of 23", "cosine", n, {}, values(n, cosine, num_warmup_steps=0, num_training_steps=n - 1, num_cycles=0.5))
    case("cosine, 6 of 23", "warmup", n, {"length": 0.25, "of": {"rule": "cosine"}},
         values(n, cosine, num_warmup_steps=L, num_training_steps=n - 1, num_cycles=0.5), [(0, 1, L), (L, L, n - L)], BEHIND)
    floored = "_get_cosine_with_min_lr_schedule_with_warmup_lr_rate_lambda"
    case("cosine_warmup_with_min_lr 0.1, 6 of 23", "warmup", n, {"length": L, "of": {"rule": "cosine", "parameters": {"final": 0.1}}},
         values(n, floored, num_warmup_steps=L, num_training_steps=n - 1, num_cycles=0.5, min_lr_rate=0.1), [(0, 0, L), (L + 1, L, n - L - 1)],
         "The first step after the warm-up has dropped already: the decay is one step ahead.")
    restarts = "_get_cosine_with_hard_restarts_schedule_with_warmup_lr_lambda"
    for cycles in (1, 3, 4):
        case(f"cosine_with_restarts {cycles}, 0 of 24", "cosine-restarts", n, {"cycles": cycles},
             values(n, restarts, num_warmup_steps=0, num_training_steps=n, num_cycles=cycles))
    polynomial = "_get_polynomial_decay_schedule_with_warmup_lr_lambda"
    for power in (1.0, 2.5):
        case(f"polynomial to 1e-7, power {power}, 0 of 23", "polynomial", n, {"power": power, "final": 1e-7},
             values(n, polynomial, num_warmup_steps=0, num_training_steps=n - 1, lr_end=1e-7, power=power, lr_init=1.0))
    root = "_get_inverse_sqrt_schedule_lr_lambda"
    for w in (1, L):
        case(f"inverse_sqrt, {w}", "noam", n, {"length": w}, values(n + 1, root, num_warmup_steps=w, timescale=w), [(0, 1, n)], BEHIND)
    case("inverse_sqrt, 1", "inverse-sqrt", n, {}, values(n + 1, root, num_warmup_steps=1, timescale=1), [(0, 1, n)],
         "t counts from 0 and the first value is 0: one step behind.")
    wsd = "_get_wsd_scheduler_lambda"
    N = 8
    for kind, shape in (("linear", "linear"), ("1-sqrt", "one-minus-sqrt")):
        case(f"warmup_stable_decay, 0, 16, 8, {kind}, min_lr_ratio=0.1", "wsd", n, {"cooldown": 1 / 3, "shape": shape, "final": 0.1},
             values(n + 1, wsd, num_warmup_steps=0, num_stable_steps=n - N, num_decay_steps=N, warmup_type="linear", decay_type=kind,
                    min_lr_ratio=0.1, num_cycles=0.5),
             [(0, 0, n - N), (n - N, n - N + 1, N)], "The first step of the decay still has 1, and the end comes one step after the last.")
    case("warmup_stable_decay, 6, 10, 8, linear", "trapezoid", n, {"warmup": 0.25, "cooldown": 1 / 3},
         values(n, wsd, num_warmup_steps=L, num_stable_steps=n - N - L, num_decay_steps=N, warmup_type="linear", decay_type="linear",
                min_lr_ratio=0.0, num_cycles=0.5), [(0, 1, L), (L, L, n - L)], BEHIND)
    case("warmup_stable_decay, 0, 16, 8, linear, min_lr_ratio=0.1", "trapezoid", n, {"warmup": 0, "cooldown": 1 / 3, "final": 0.1},
         values(n, wsd, num_warmup_steps=0, num_stable_steps=n - N, num_decay_steps=N, warmup_type="linear", decay_type="linear",
                min_lr_ratio=0.1, num_cycles=0.5))
    case("warmup_stable_decay, cosine warm-up of 6, 18, 0", "warmup", n, {"length": L, "shape": "cosine", "of": {"rule": "flat"}},
         values(n + 1, wsd, num_warmup_steps=L, num_stable_steps=n - L + 1, num_decay_steps=0, warmup_type="cosine", decay_type="linear",
                min_lr_ratio=0.0, num_cycles=0.5), [(0, 1, n)], BEHIND)
    from importlib.metadata import version
    return version("transformers")


def optax():
    import jax
    jax.config.update("jax_enable_x64", True)
    import optax as ox

    def values(count, schedule):
        return [schedule(step) for step in range(count)]

    n, L = 24, 6
    case("constant_schedule(1)", "flat", n, {}, values(n, ox.constant_schedule(1.0)))
    for f in (0.0, 0.1):
        case(f"linear_schedule(1, {f}, 23)", "linear", n, {"final": f}, values(n, ox.linear_schedule(1.0, f, n - 1)))
        case(f"cosine_decay_schedule(1, 23, alpha={f})", "cosine", n, {"final": f}, values(n, ox.cosine_decay_schedule(1.0, n - 1, f)))
        case(f"polynomial_schedule(1, {f}, 1.7, 23)", "polynomial", n, {"power": 1.7, "final": f},
             values(n, ox.polynomial_schedule(1.0, f, 1.7, n - 1)))
    case("linear_schedule(1, 0, 24)", "linear", n + 1, {}, values(n, ox.linear_schedule(1.0, 0.0, n)), [(0, 0, n)], LATE)
    for f in (0.01, 0.5):
        case(f"exponential_decay(1, 23, {f})", "exponential", n, {"final": f}, values(n, ox.exponential_decay(1.0, n - 1, f)))
    case("piecewise_constant_schedule(1, {⌈0.3·24⌉: 0.1, ⌈0.6·24⌉: 0.1, ⌈0.9·24⌉: 0.1})", "stepwise", n, {},
         values(n, ox.piecewise_constant_schedule(1.0, {math.ceil(m * n): 0.1 for m in (0.3, 0.6, 0.9)})))
    case("piecewise_constant_schedule(0.5, {6: 2, 18: 0.1})", "piecewise", 25,
         {"shape": "constant", "points": [{"at": 0, "multiplier": 0.5}, {"at": 0.25, "multiplier": 1}, {"at": 0.75, "multiplier": 0.1}]},
         values(25, ox.piecewise_constant_schedule(0.5, {6: 2.0, 18: 0.1})))
    for kind in ("linear", "cosine"):
        case(f"piecewise_interpolate_schedule({kind}, 0.25, {{6: 4, 18: 0.5, 24: 0}})", "piecewise", 25,
             {"shape": kind, "points": [{"at": 0, "multiplier": 0.25}, {"at": 0.25, "multiplier": 1}, {"at": 0.75, "multiplier": 0.5},
                                        {"at": 1, "multiplier": 0}]},
             values(25, ox.piecewise_interpolate_schedule(kind, 0.25, {6: 4.0, 18: 0.5, 24: 0.0})))
    case("cosine_onecycle_schedule(19, 1, 5/19)", "one-cycle", 20, {}, values(20, ox.cosine_onecycle_schedule(19, 1.0, 5 / 19)))
    case("cosine_onecycle_schedule(20, 1, 0.3)", "one-cycle", 20, {"warmup": 0.35}, values(20, ox.cosine_onecycle_schedule(20, 1.0, 0.3)),
         [(0, 0, 7)], "The peak is at step warmup·n, one step later, and the end comes one step after the last.")
    case("warmup_cosine_decay_schedule(0, 1, 6, 23)", "warmup", n, {"length": L, "of": {"rule": "cosine"}},
         values(n, ox.warmup_cosine_decay_schedule(0.0, 1.0, L, n - 1)), [(0, 1, L), (L, L, n - L)], BEHIND)
    case("join_schedules(linear_schedule(1/6, 1, 5), cosine_decay_schedule(1, 17)) at 6", "warmup", n, {"length": L, "of": {"rule": "cosine"}},
         values(n, ox.join_schedules([ox.linear_schedule(1 / L, 1.0, L - 1), ox.cosine_decay_schedule(1.0, n - L - 1)], [L])))
    case("sgdr_schedule of 4 times 6 steps", "cosine-restarts", n, {"cycles": 4},
         values(n, ox.sgdr_schedule([{"init_value": 1.0, "peak_value": 1.0, "warmup_steps": 0, "decay_steps": 6}] * 4)))
    N = 8
    case("join_schedules(constant_schedule, linear_schedule(1, 0.1, 8)) at 15", "wsd", n, {"cooldown": 1 / 3, "final": 0.1},
         values(n, ox.join_schedules([ox.constant_schedule(1.0), ox.linear_schedule(1.0, 0.1, N)], [n - N - 1])))
    return ox.__version__


library = sys.argv[1]
version = {"pytorch": pytorch, "transformers": transformers, "optax": optax}[library]()
text = json.dumps({"library": library, "version": version, "cases": cases}, ensure_ascii=False, indent=1)
# One line a list of numbers.
text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda m: "[" + re.sub(r",\s+", ", ", m[1]) + "]", text)
Path(__file__).with_name(f"{library}.json").write_text(text + "\n")
