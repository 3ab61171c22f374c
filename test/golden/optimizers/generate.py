"""Runs the official optimizers on a small problem and writes what they did to runs.json.

    apt-get install python3-torch python3-venv
    /usr/bin/python3 -m venv --system-site-packages /tmp/golden
    /tmp/golden/bin/pip install --no-deps -r test/golden/optimizers/requirements.txt
    /tmp/golden/bin/python test/golden/optimizers/generate.py           # writes runs.json
    /tmp/golden/bin/python test/golden/optimizers/generate.py --check   # compares with runs.json, writes nothing

A run whose class is not installed keeps the numbers that runs.json has. README.md says where the classes are that no package has.
"""
import importlib
import inspect
import json
import re
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import SimpleNamespace

import torch

DATA = Path(__file__).parents[3] / "src" / "optimizers" / "golden"
STEPS = 15
# What has no package: where it is, and what the script changes in it.
CHECKOUTS = {
    "gpa": "facebookresearch/optimizers, commit f606606; its averages are kept in the precision of the run, not in float32",
    "lion_pytorch": "google/automl, lion/lion_pytorch.py, commit 87461ee",
    "muon": "KellerJordan/Muon, commit 857d1ad; its matrices are orthogonalised in the precision of the run, not in bfloat16",
    "schedulefree": "facebookresearch/schedule_free, commit 70785b5",
}
OF_CHECKOUT = {"sf_adamw_innermom", "sf_plus", "sf_plus_decay_anneal"}
PACKAGES = ["dadaptation", "madgrad", "mechanic-pytorch", "momo-opt", "prodigyopt", "schedulefree"]
SCALARS = {"d": "d", "d_max": "dMax", "d_hat": "dHat"}
PLUS = {"lr_max": "lrMax", "weight_sum": "weightSum", "grad_l1_ema_corr": "gradientL1", "ip_term": "innerProduct"}
SHORT = {"eps": "epsilon"}

# Arguments of a run that are Taper's and not of the official class.
OURS = {"schedule", "normalized", "max_learning_rate"}

# A type alone, which newer code imports.
vars(importlib.import_module("torch.optim.optimizer")).setdefault("ParamsT", object)


def warm_up_then_linear(t):
    return (t + 1) / 4 if t < 4 else (15 - t) / 11


# One line a run: its name, Taper's optimizer, the official class and its arguments. `schedule` multiplies the learning rate by step;
# `rate` is what it multiplies. Without either the constructor's own default holds, and Taper's must be the same.
RUNS = [
    ("dadapt_adam", "d-adapt-adam", "dadaptation.DAdaptAdam", {}),
    ("dadapt_adam_wd_coupled", "d-adapt-adam", "dadaptation.DAdaptAdam", {"weight_decay": 0.1, "d0": 0.01}),
    ("dadapt_adamw_bc_sched", "d-adapt-adam", "dadaptation.DAdaptAdam",
     {"weight_decay": 0.1, "decouple": True, "use_bias_correction": True, "d0": 0.01, "schedule": True}),
    ("dadapt_adam_growth", "d-adapt-adam", "dadaptation.DAdaptAdam", {"growth_rate": 1.02, "d0": 0.001}),
    ("dadapt_sgd", "d-adapt-sgd", "dadaptation.DAdaptSGD", {"d0": 0.01}),
    ("dadapt_sgd_mom_wd_sched", "d-adapt-sgd", "dadaptation.DAdaptSGD",
     {"momentum": 0.9, "weight_decay": 0.05, "d0": 0.01, "schedule": True}),
    ("dadapt_adagrad", "d-adapt-adagrad", "dadaptation.DAdaptAdaGrad", {"momentum": 0.9, "weight_decay": 0.01, "d0": 0.01}),
    ("dadapt_lion", "d-adapt-lion", "dadaptation.DAdaptLion", {"weight_decay": 0.1, "d0": 0.01}),
    ("dadapt_adan", "d-adapt-adan", "dadaptation.DAdaptAdan", {"d0": 0.01}),
    ("prodigy", "prodigy", "prodigyopt.Prodigy", {}),
    ("prodigy_wd_bc_safe_sched", "prodigy", "prodigyopt.Prodigy",
     {"weight_decay": 0.1, "use_bias_correction": True, "safeguard_warmup": True, "d0": 0.001, "schedule": True}),
    ("prodigy_coupled_growth_coef", "prodigy", "prodigyopt.Prodigy",
     {"weight_decay": 0.1, "decouple": False, "growth_rate": 1.5, "d_coef": 2.0, "d0": 0.001}),
    ("prodigy_slice3_beta1_0", "prodigy", "prodigyopt.Prodigy", {"betas": [0.0, 0.999], "slice_p": 3, "d0": 0.001}),
    ("madgrad", "madgrad", "madgrad.MADGRAD", {}),
    ("madgrad_wd_sched", "madgrad", "madgrad.MADGRAD", {"weight_decay": 0.1, "schedule": True}),
    ("madgrad_decoupled", "madgrad", "madgrad.MADGRAD", {"weight_decay": 0.1, "decouple_decay": True}),
    ("madgrad_mom0", "madgrad", "madgrad.MADGRAD", {"momentum": 0.0}),
    ("mirror_madgrad", "mirror-madgrad", "madgrad.MirrorMADGRAD", {}),
    ("mirror_madgrad_dec", "mirror-madgrad", "madgrad.MirrorMADGRAD", {"weight_decay": 0.1, "decouple_decay": True}),
    ("momo", "momo", "momo.Momo", {}),
    ("momo_wd_bc", "momo", "momo.Momo", {"weight_decay": 0.1, "bias_correction": True, "lr": 0.5}),
    ("momo_fstar", "momo", "momo.Momo", {"weight_decay": 0.1, "use_fstar": True, "lb": 0.1}),
    ("momo_adam", "momo-adam", "momo.MomoAdam", {"lr": 0.1}),
    ("momo_adam_fstar_wd", "momo-adam", "momo.MomoAdam", {"lr": 1.0, "weight_decay": 0.1, "use_fstar": True}),
    ("momo_adam_nodivide", "momo-adam", "momo.MomoAdam", {"lr": 0.1, "weight_decay": 0.1, "divide": False}),
    ("mechanic_sgdm", "mechanic", "mechanic_pytorch.mechanize", {"base": {"momentum": 0.9}, "lr": 0.1}),
    ("mechanic_sgdm_storedelta", "mechanic", "mechanic_pytorch.mechanize",
     {"base": {"momentum": 0.9}, "lr": 0.1, "store_delta": True}),
    ("mechanic_sgdm_sinit1e-2", "mechanic", "mechanic_pytorch.mechanize", {"base": {"momentum": 0.9}, "lr": 0.1, "s_init": 0.01}),
    ("sf_sgd", "schedule-free-sgd", "schedulefree.SGDScheduleFree", {"lr": 0.5, "weight_decay": 0.01, "warmup_steps": 5, "r": 0.5}),
    ("sf_adamw", "schedule-free-adamw", "schedulefree.AdamWScheduleFree", {"lr": 0.05, "weight_decay": 0.1, "warmup_steps": 5}),
    ("sf_adamw_innermom", "schedule-free-adamw", "schedulefree.AdamWScheduleFree", {"lr": 0.05, "inner_momentum": 0.9}),
    ("adam", "adam", "torch.optim.Adam", {"lr": 0.1, "weight_decay": 0.1}),
    ("adamw", "adamw", "torch.optim.AdamW", {"lr": 0.1, "weight_decay": 0.1}),
    ("sgd", "sgd", "torch.optim.SGD", {"lr": 0.1}),
    ("sgdm", "sgd", "torch.optim.SGD", {"lr": 0.1, "momentum": 0.9, "weight_decay": 0.05}),
    ("sgdm_nesterov", "sgd", "torch.optim.SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True}),
    ("sgdm_dampening", "sgd", "torch.optim.SGD", {"lr": 0.1, "momentum": 0.9, "dampening": 0.9}),
    ("adagrad", "adagrad", "torch.optim.Adagrad", {"lr": 0.1, "lr_decay": 0.1, "weight_decay": 0.1}),
    ("adamc", "adamc", "torch.optim.AdamW",
     {"lr": 0.1, "weight_decay": 0.3, "schedule": True, "normalized": ["W"], "max_learning_rate": 0.1}),
    ("adamc_amsgrad_largest_so_far", "adamc", "torch.optim.AdamW",
     {"lr": 0.1, "weight_decay": 0.3, "amsgrad": True, "schedule": True, "normalized": ["W", "b"]}),
    ("gpa_adamw", "gpa-adamw", "gpa.gpa_adamw.GPAAdamW", {"lr": 0.05, "schedule": True}),
    ("gpa_adamw_decay", "gpa-adamw", "gpa.gpa_adamw.GPAAdamW",
     {"lr": 0.05, "weight_decay": 0.3, "eval_interp_coeff": 0.9, "schedule": True}),
    ("gpa_adamw_decay_on_y", "gpa-adamw", "gpa.gpa_adamw.GPAAdamW",
     {"lr": 0.05, "weight_decay": 0.3, "use_wd_on_y": True, "eval_interp_coeff": 0.974}),
    ("gpa_adamw_schedule_free", "gpa-adamw", "gpa.gpa_adamw.GPAAdamW",
     {"lr": 0.05, "weight_decay": 0.1, "iterate_averaging_type": "schedule-free", "train_interp_coeff": 0.9,
      "weight_pow_coeff": 1.0, "weight_lr_power": 1.5, "schedule": True}),
    ("sf_plus", "schedule-free-plus", "schedulefree.adamc_schedulefree_plus_paper.AdamCScheduleFreePlusPaper", {}),
    ("sf_plus_decay_anneal", "schedule-free-plus", "schedulefree.adamc_schedulefree_plus_paper.AdamCScheduleFreePlusPaper",
     {"lr": 0.5, "weight_decay": 20.0, "r": 2.0, "polyak_beta": 0.5, "c_warmup": 3, "sf_beta1_anneal_steps": 8, "schedule": True}),
    ("lion", "lion", "lion_pytorch.Lion", {"lr": 0.01}),
    ("lion_wd_sched", "lion", "lion_pytorch.Lion", {"lr": 0.05, "betas": [0.8, 0.95], "weight_decay": 0.3, "schedule": True}),
    ("rmsprop", "rmsprop", "torch.optim.RMSprop", {}),
    ("rmsprop_mom_wd_sched", "rmsprop", "torch.optim.RMSprop",
     {"lr": 0.05, "alpha": 0.9, "momentum": 0.9, "weight_decay": 0.1, "schedule": True}),
    ("rmsprop_centered", "rmsprop", "torch.optim.RMSprop", {"lr": 0.02, "alpha": 0.9, "centered": True}),
    ("muon_adam", "muon", "muon.SingleDeviceMuonWithAuxAdam",
     {"lr": 0.05, "muon": {"weight_decay": 0.1}, "adam": {"lr": 0.02, "betas": [0.9, 0.95], "eps": 1e-10, "weight_decay": 0.05},
      "schedule": True}),
    ("muon_defaults", "muon", "muon.SingleDeviceMuonWithAuxAdam", {"muon": {}, "adam": {}}),
]


def hyperparameters(arguments):
    """The arguments of an official constructor by Taper's names."""
    ours = {}
    for name, value in arguments.items():
        if name in ("lr", "schedule", "adam"):
            continue
        if name == "muon":
            ours.update(hyperparameters(value))
            if arguments["adam"]:
                ours["base"] = {"name": "adamw", "hyperparameters": hyperparameters(arguments["adam"])}
                ours["baseRatio"] = arguments["adam"]["lr"] / arguments["lr"]
        elif name == "base":
            ours["base"] = {"name": "sgd", "hyperparameters": hyperparameters(value)}
        elif name == "betas":
            ours.update({f"beta{i + 1}": beta for i, beta in enumerate(value)})
        else:
            ours[SHORT.get(name, re.sub(r"_(\w)", lambda match: match[1].upper(), name))] = value
    return ours


def official(path, arguments, parameters):
    """An optimizer over the parameters, or None where its class is not installed or does not know an argument."""
    given, arguments = arguments, {name: value for name, value in arguments.items() if name not in OURS}
    module, name = path.rsplit(".", 1)
    try:
        make = getattr(importlib.import_module(module), name)
    except ImportError:
        return None
    if module == "gpa.gpa_adamw":
        # It keeps averages and sums in float32, whatever the parameters are: here, in the precision of the run.
        sys.modules[module].torch = SimpleNamespace(**{**vars(torch), "float32": parameters[0].dtype})
        kind = sys.modules["gpa.gpa_types"].IterateAveragingType
        if "iterate_averaging_type" in arguments:
            arguments["iterate_averaging_type"] = kind(arguments["iterate_averaging_type"].replace("-", "_"))
    if "normalized" in given:
        parameters = [{"params": [parameter]} for parameter in parameters]
    if module == "muon":
        # It orthogonalises in bfloat16: here, in the precision of the run.
        torch.Tensor.bfloat16 = lambda tensor: tensor
        groups = [{"params": parameters[:1], "use_muon": True, **arguments["muon"]},
                  {"params": parameters[1:], "use_muon": False, **arguments["adam"]}]
        return make([{**({"lr": arguments["lr"]} if "lr" in arguments and group["use_muon"] else {}), **group} for group in groups])
    if name == "mechanize":
        base = arguments.pop("base")
        rate = arguments.pop("lr")
        return make(torch.optim.SGD, **arguments)(parameters, lr=rate, **base)
    if not set(arguments) <= set(inspect.signature(make).parameters):
        return None
    if module == "schedulefree":
        arguments["foreach"] = False  # the other path calls what PyTorch 1.13 does not have yet
    return make(parameters, **arguments)


def tensors(problem, values, dtype):
    return [torch.tensor(values[name], dtype=dtype).reshape(shape) for name, shape in problem["shapes"].items()]


def named(problem, values):
    return {name: value.detach().double().flatten().tolist() for name, value in zip(problem["shapes"], values)}


def scalars_of(optimizer):
    group = optimizer.param_groups[0]
    found = {ours: float(group[theirs]) for theirs, ours in SCALARS.items() if theirs in group}
    if "ip_term" in group:
        found.update({ours: float(group[theirs]) for theirs, ours in PLUS.items()})
        found["polyakStep"] = max(0.0, group["function_value_ema"]) / group["grad_l1_ema_corr"]
    if hasattr(optimizer, "lb"):
        found["lb"] = float(optimizer.lb)
    if "_mechanic" in optimizer.state:
        found["s"] = float(optimizer.state["_mechanic"]["s"].sum())
    return found


def evaluation_of(problem, optimizer, parameters):
    """The parameters where the method is evaluated; those of training stay what they are, to the bit."""
    kept = [parameter.detach().clone() for parameter in parameters]
    optimizer.eval()
    found = named(problem, parameters)
    optimizer.train()
    for parameter, value in zip(parameters, kept):
        parameter.data.copy_(value)
    return found


def oracle(problem, t, W, b):
    """Loss and gradients of least squares, ½ mean ‖AW + b − Y‖², with the noise of step t."""
    A, Y = torch.tensor(problem["A"]), torch.tensor(problem["Y"])
    residual = A @ W + b - Y
    noise = problem["noise"][t]
    loss = 0.5 * (residual**2).sum() / len(A) + noise["loss"]
    return loss, A.T @ residual / len(A) + torch.tensor(noise["W"]).reshape(W.shape), residual.mean(0) + torch.tensor(noise["b"])


def run(problem, path, arguments, dtype, recorded=None):
    """The steps of a run; with `recorded`, the gradients and losses of another run, whatever the parameters become."""
    torch.set_default_dtype(dtype)
    parameters = [torch.nn.Parameter(value) for value in tensors(problem, problem["start"], dtype)]
    optimizer = official(path, arguments, parameters)
    if optimizer is None:
        return None
    if hasattr(optimizer, "train"):
        optimizer.train()
    rates = [group["lr"] for group in optimizer.param_groups]
    peak = arguments.get("max_learning_rate", 0)
    decays = [group.get("weight_decay") for group in optimizer.param_groups]
    steps = []
    for t in range(STEPS):
        if recorded is None:
            loss, *gradients = oracle(problem, t, *(parameter.detach() for parameter in parameters))
        else:
            loss, gradients = torch.tensor(recorded[t]["loss"]), tensors(problem, recorded[t]["gradients"], dtype)
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient.clone()
        step = {"loss": float(loss), "gradients": named(problem, gradients)}
        if arguments.get("schedule"):
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * warm_up_then_linear(t)
            step["learningRate"] = optimizer.param_groups[0]["lr"]
        elif "lr" in arguments:
            step["learningRate"] = arguments["lr"]
        if "normalized" in arguments:
            # AdamC is AdamW with λγ/γ_max in place of λ, in its normalised layers.
            peak = max(peak, step["learningRate"])
            for group, decay, name in zip(optimizer.param_groups, decays, problem["shapes"]):
                group["weight_decay"] = decay * step["learningRate"] / peak if name in arguments["normalized"] else decay
        if path.startswith("momo."):
            optimizer.step(loss=loss)
        elif hasattr(optimizer, "step_func"):
            optimizer.step_func(float(loss))
        else:
            optimizer.step()
        steps.append({**step, "parameters": named(problem, parameters), "scalars": scalars_of(optimizer)})
        if hasattr(optimizer, "eval"):
            steps[-1]["evaluation"] = evaluation_of(problem, optimizer, parameters)
    return steps


def difference(actual, expected):
    """The largest differences of parameters, relative to the largest entry of the tensor, and of scalars, relative to each."""
    worst = {"parameters": 0.0, "scalars": 0.0}
    for one, other in zip(actual, expected, strict=True):
        for name, values in other["parameters"].items():
            scale = max(abs(value) for value in values)
            worst["parameters"] = max(worst["parameters"], *(abs(a - b) / scale for a, b in zip(one["parameters"][name], values)))
            for key in {"evaluation"} & set(other) & set(one):
                found = max(abs(a - b) / scale for a, b in zip(one[key][name], other[key][name]))
                worst["parameters"] = max(worst["parameters"], found)
        for name, value in other["scalars"].items():
            worst["scalars"] = max(worst["scalars"], abs(one["scalars"][name] - value) / abs(value or 1))
    return worst


def origin(run, path, arguments):
    """Where the code of a run comes from, in words."""
    module = path.split(".")[0]
    if module == "torch":
        changed = ", weight decay times rate/largest rate at each step, in normalised layers" if "normalized" in arguments else ""
        return f"PyTorch {torch.__version__}, {path}{changed}"
    if module in CHECKOUTS and (module != "schedulefree" or run in OF_CHECKOUT):
        return CHECKOUTS[module]
    package = {"mechanic_pytorch": "mechanic-pytorch", "momo": "momo-opt", "prodigyopt": "prodigyopt"}.get(module, module)
    return f"PyPI, {package} {installed(package)}"


def installed(package):
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def main():
    file = DATA / "runs.json"
    committed = json.loads(file.read_text())
    problem = json.loads((DATA / "problem.json").read_text())
    known = {entry["name"]: entry for entry in committed["runs"]}
    runs, worst = [], 0.0
    for name, optimizer, path, arguments in RUNS:
        steps = run(problem, path, arguments, torch.float64)
        if steps is None:
            print(f"{name}: kept, since {path} is not installed in this form", file=sys.stderr)
            runs.append(known[name])
            continue
        if name in known:
            error = max(difference(steps, known[name]["steps"]).values())
            worst = max(worst, error)
            print(f"{name}: {error:.1e} from what runs.json has", file=sys.stderr)
        in_float32 = difference(run(problem, path, arguments, torch.float32, steps), steps)
        call = f"{path}({', '.join(f'{key}={value}' for key, value in arguments.items() if key not in OURS)})"
        runs.append({
            "name": name,
            "optimizer": optimizer,
            "hyperparameters": hyperparameters(arguments),
            "official": call,
            "origin": origin(name, path, arguments),
            "float32Error": in_float32,
            "steps": steps,
        })
    if "--check" in sys.argv:
        sys.exit(f"a run differs by {worst:.1e}" if worst > 1e-12 else 0)
    versions = {"torch": torch.__version__, **{package: installed(package) for package in PACKAGES}}
    text = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in runs)
    file.write_text(f'{{"versions": {json.dumps(versions)}, "runs": [\n{text}\n]}}\n')


main()
