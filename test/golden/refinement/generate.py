"""Golden refinements by NumPy and SciPy: the same pipeline, written independently of the service.

    python3 -m venv /tmp/golden && /tmp/golden/bin/pip install numpy scipy
    /tmp/golden/bin/python test/golden/refinement/generate.py > test/golden/refinement/cases.json

Norms come from a generator that any language repeats bit for bit (see `norms`), so that the file holds results alone.
"""
import json
import sys

import numpy as np
import scipy
from scipy.ndimage import median_filter


def norms(n, seed):
    """Like those of a training: high at first, noisy. Park and Miller's generator, exact in float64."""
    out, state = [], seed
    for i in range(n):
        state = state * 48271 % 2147483647
        out.append((0.5 + state / 2147483647) * (1 + 8 / (1 + 40 * i / n) + i / n))
    return out


def logged(case):
    """Steps and values, with the oddities of a log put in where the case says."""
    values = norms(case["n"], case["seed"])
    for word, every in case.get("odd", {}).items():
        for i in range(every // 2, case["n"], every):
            values[i] = float(word)
    step, steps = case.get("first", 0), []
    for i in range(case["n"]):
        steps.append(step)
        jump = case.get("gapEvery", 0)
        step += case.get("stride", 1) * (case["gap"] if jump and i % jump == jump - 1 else 1)
    return np.array(steps, float), np.array(values) * case.get("scale", 1.0)


def running_median(g, width):
    """Left edge repeating the first, right edge mirrored without repeating the last."""
    half = width // 2
    long = np.pad(np.pad(g, (half, 0), mode="edge"), (0, half), mode="reflect")
    return median_filter(long, size=width, mode="nearest")[half:half + len(g)]


def resample(y, x, n):
    return np.interp(np.linspace(x[0], x[-1], n), x, y)


def refine(case):
    steps, values = logged(case)
    paper = case["preset"] == "paper"
    keep = np.isfinite(values) & ((values != 0) | (not paper))
    steps, g = steps[keep], values[keep]
    start, end = case.get("trim", [0, 0] if paper else [2, 2])
    steps, g = steps[start:len(g) - end], g[start:len(g) - end]
    used = len(g)
    if paper:
        d = np.diff(steps)
        if not np.all(d == d[0]):
            s = np.sort(d)[(len(d) - 1) // 2]
            n = min(int(np.floor((steps[-1] - steps[0]) / s + 0.5)) + 1, 4 * used)
            g = resample(g, steps, n)
        width = 2 * (int(case.get("window", 0.1) * len(g)) // 2) + 1
        g = running_median(g, width)
    else:
        width = 1001
        if len(g) < 10000:
            g = resample(g, np.arange(len(g)), 10000)
        g = running_median(g, width)
        if len(g) > 10000:
            g = resample(g, np.arange(len(g)), 10000)
    floor = 1e-6 * np.median(g)
    clamped = int(np.sum(g < floor))
    unscaled = np.maximum(g, floor)
    h = (unscaled / unscaled.min()) ** (2 if case["weighting"] == "inverse-square" else 1)
    w = 1 / h
    tails = np.concatenate([np.cumsum(w[::-1])[::-1][1:], [0]])
    eta = w * tails
    m = eta / eta.max()
    n, T = len(m), case["steps"]
    if T == 1:
        m = np.ones(1)
    elif T != n:
        m = resample(m, np.arange(n), T)
        m = m / m.max()
    peak = int(np.argmax(m))
    m[:peak] = np.maximum(m[:peak], case.get("warmupFloor", 0))
    true_h = unscaled ** (2 if case["weighting"] == "inverse-square" else 1)
    refined = 1 / np.sqrt(np.sum(1 / true_h)) * np.sqrt(n / T)
    linear = np.sqrt(np.sum(true_h)) / n * np.sqrt(n / T)
    tail = np.concatenate([np.cumsum((1 / true_h)[::-1])[::-1][1:], [0]])
    rate = np.max(tail / true_h) / np.sum(1 / true_h) ** 1.5 * np.sqrt(n / T)
    at = sorted({int(i) for i in np.linspace(0, T - 1, min(T, 33))})
    return {
        "used": used, "clamped": clamped, "filterWidth": width, "peakStep": peak,
        "refined": refined, "linear": linear, "unitPeakRate": rate,
        "indices": at, "multipliers": [float(m[i]) for i in at],
    }


CASES = [
    {"name": "two points", "n": 2, "steps": 2},
    {"name": "three points, the widest window", "n": 3, "window": 0.99, "steps": 3},
    {"name": "ten points, window of one", "n": 10, "steps": 10},
    {"name": "ten points, no filter, a floor under the warm-up", "n": 10, "window": 0, "steps": 10, "warmupFloor": 0.4},
    {"name": "eleven points, half of them in the window", "n": 11, "window": 0.5, "steps": 40},
    {"name": "a hundred points, weighted inversely", "n": 100, "steps": 100, "weighting": "inverse"},
    {"name": "a hundred and one points, almost all in the window", "n": 101, "window": 0.999, "steps": 101},
    {"name": "an even number of points, almost all in the window", "n": 500, "window": 0.9999, "steps": 500},
    {"name": "a thousand points for more steps than points", "n": 1000, "stride": 10, "first": 10, "steps": 10000},
    {"name": "a thousand points for fewer steps than points", "n": 1000, "steps": 77, "weighting": "inverse"},
    {"name": "one step", "n": 50, "steps": 1},
    {"name": "trimmed at both ends", "n": 300, "trim": [7, 11], "steps": 300},
    {"name": "NaN and infinities between", "n": 800, "odd": {"nan": 37, "inf": 101}, "steps": 800},
    {"name": "zeros between", "n": 800, "odd": {"0": 29}, "steps": 800, "weighting": "inverse"},
    {"name": "uneven steps", "n": 600, "gap": 4, "gapEvery": 9, "stride": 3, "steps": 2000},
    {"name": "steps with gaps beyond four positions a point", "n": 60, "gap": 50, "gapEvery": 7, "steps": 500},
    {"name": "uneven steps, NaN, zeros and trimming", "n": 900, "gap": 3, "gapEvery": 5, "odd": {"nan": 31, "0": 43},
     "trim": [5, 3], "window": 0.05, "steps": 1234},
    {"name": "tiny norms", "n": 400, "scale": 1e-70, "steps": 400},
    {"name": "large norms", "n": 400, "scale": 1e70, "steps": 400, "weighting": "inverse"},
    {"name": "a spike that no filter hides", "n": 400, "odd": {"1e12": 399}, "window": 0, "steps": 400},
    {"name": "a norm that is raised", "n": 400, "odd": {"1e-9": 150}, "window": 0, "steps": 400},
    {"name": "twenty thousand points", "n": 20000, "steps": 20000},
    {"name": "reference, a few points", "preset": "reference", "n": 60, "steps": 10000},
    {"name": "reference, untrimmed", "preset": "reference", "n": 999, "trim": [0, 0], "steps": 500, "weighting": "inverse"},
    {"name": "reference, exactly 10 000 usable points", "preset": "reference", "n": 10004, "steps": 10000},
    {"name": "reference, more than 10 000 points", "preset": "reference", "n": 12345, "steps": 12345},
    {"name": "reference, uneven steps that do not matter, zeros and NaN", "preset": "reference", "n": 3000, "gap": 9,
     "gapEvery": 11, "odd": {"nan": 97, "0": 211}, "steps": 3000, "weighting": "inverse"},
]

cases = []
for k, case in enumerate(CASES):
    case = {"preset": "paper", "weighting": "inverse-square", "seed": 1000 + 7 * k, **case}
    cases.append({**case, "expected": refine(case)})
versions = {"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__}
lines = ",\n".join(json.dumps(case) for case in cases)
print(f'{{"versions": {json.dumps(versions)}, "cases": [\n{lines}\n]}}')
