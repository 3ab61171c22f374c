"""Fits of the papers to published loss curves: reads a task on stdin, writes a line of JSON for each fit.

multi-power: the code of its authors, from a checkout that the task names, as its main.py calls it.
annealing-momentum: its paper's method with SciPy's optimiser: Huber's loss (delta 1e-3) of ln L, lambda 0.999, sums over every step, L-BFGS-B from a grid of starts.
"""

import itertools
import json
import sys
import tempfile
import time

import numpy as np
from scipy.optimize import minimize
from scipy.signal import lfilter

WARMUP = 2160


def momentum_sums(rates: np.ndarray, decay: float = 0.999) -> np.ndarray:
    gaps = np.zeros_like(rates)
    gaps[WARMUP + 1 :] = rates[WARMUP:-1] - rates[WARMUP + 1 :]
    return np.cumsum(lfilter([1.0], [1.0, -decay], gaps))


def annealing_momentum(curves: dict, names: list) -> dict:
    terms = {name: (np.cumsum(c["lrs"])[c["step"]], momentum_sums(c["lrs"])[c["step"]], np.log(c["loss"])) for name, c in curves.items()}

    def law(parameters, name):
        floor, scale, power, gain = parameters
        sums, momenta, _ = terms[name]
        return floor + scale * sums**-power - gain * momenta

    def objective(parameters):
        total = 0.0
        for name in names:
            forecast = law(parameters, name)
            if np.any(forecast <= 0):
                return 1e10
            error = np.abs(np.log(forecast) - terms[name][2])
            total += np.sum(np.where(error <= 1e-3, 0.5 * error**2, 1e-3 * (error - 5e-4)))
        return total

    starts = itertools.product([1, 2, 4], [1, 2, 4], [0.2, 0.4, 0.6, 0.8, 1, 1.2], [0.5, 1])
    bounds = [(0, 10), (0, 20), (0, 10), (0, 20)]
    options = {"maxiter": 1_000_000, "ftol": 1e-9, "gtol": 1e-6, "eps": 1e-8}
    begin = time.perf_counter()
    fits = [minimize(objective, start, method="L-BFGS-B", bounds=bounds, options=options) for start in starts]
    seconds = time.perf_counter() - begin
    best = min(fits, key=lambda fit: fit.fun).x
    return {"seconds": seconds, "forecasts": {name: law(best, name).tolist() for name in curves}}


def multi_power(curves: dict, names: list, checkout: str) -> dict:
    sys.path.insert(0, checkout)
    from src.fitting import generate_init_params, initialize_params, mpl_adam_fit

    with tempfile.TemporaryDirectory() as figures:
        begin = time.perf_counter()
        start = initialize_params(curves, names)
        best, _ = mpl_adam_fit(curves, names, [], generate_init_params(start), f"{figures}/")
        seconds = time.perf_counter() - begin
    floor, scale, power, gain, speed, beta, gamma = best
    forecasts = {}
    for name, curve in curves.items():
        rates, sums = curve["lrs"], np.cumsum(curve["lrs"])
        gaps = np.zeros_like(rates)
        gaps[1:] = rates[:-1] - rates[1:]
        drops = [
            np.sum(gaps[1 : t + 1] * (1 - (1 + speed * rates[1 : t + 1] ** -gamma * (sums[t] - sums[:t])) ** -beta)) for t in curve["step"]
        ]
        forecasts[name] = (floor + scale * sums[curve["step"]] ** -power - gain * np.array(drops)).tolist()
    return {"seconds": seconds, "forecasts": forecasts}


def main() -> None:
    task = json.load(sys.stdin)
    for family in task["families"]:
        curves = {
            curve["name"]: {"step": np.array(curve["steps"]), "loss": np.array(curve["losses"]), "lrs": np.array(curve["rates"])}
            for curve in family["curves"]
        }
        for fit, names in task["fits"].items():
            results = {"annealing-momentum": annealing_momentum(curves, names)}
            if task["checkout"]:
                results["multi-power"] = multi_power(curves, names, task["checkout"])
            for law, result in results.items():
                print(json.dumps({"family": family["id"], "fit": fit, "law": law, **result}), flush=True)


main()
