"""Golden numbers of the general bound and of its minimum, by NumPy and SciPy, written independently of the service.

    python3 -m venv /tmp/golden && /tmp/golden/bin/pip install numpy scipy
    /tmp/golden/bin/python test/golden/bounds/generate.py > test/golden/bounds/cases.json

The minimum is found as the authors of the paper find theirs: by L-BFGS-B on the step sizes, each at least 1e-8, from D/sqrt(n).
Norms come from a generator that any language repeats bit for bit, so that the file holds results alone.
"""
import json
import sys

import numpy as np
import scipy
from scipy.optimize import minimize


def norms(n, seed):
    """Like those of a training: high at first, noisy. Park and Miller's generator, exact in float64."""
    out, state = [], seed
    for i in range(n):
        state = state * 48271 % 2147483647
        out.append((0.5 + state / 2147483647) * (1 + 8 / (1 + 40 * i / n) + i / n))
    return np.array(out)


def tails(x):
    return np.cumsum(x[::-1])[::-1]


def terms(lam, h, d=1.0):
    """Theorem 10 of arXiv:2310.07831 as it stands: three terms, whose sum is the bound."""
    s, q = tails(lam), tails(lam**2 * h)
    return d * d / (2 * s[0]), q[0] / (2 * s[0]), 0.5 * np.sum(lam[:-1] * q[:-1] / (s[:-1] * s[1:]))


def bound_and_gradient(lam, h):
    """The same and its gradient by the chain rule through s and q."""
    s, q = tails(lam), tails(lam**2 * h)
    dq, ds, direct = np.zeros_like(lam), np.zeros_like(lam), np.zeros_like(lam)
    dq[0] += 0.5 / s[0]
    ds[0] -= 0.5 * (1 + q[0]) / s[0] ** 2
    pair = 0.5 / (s[:-1] * s[1:])
    direct[:-1] += pair * q[:-1]
    dq[:-1] += pair * lam[:-1]
    ds[:-1] -= pair * lam[:-1] * q[:-1] / s[:-1]
    ds[1:] -= pair * lam[:-1] * q[:-1] / s[1:]
    return sum(terms(lam, h)), direct + np.cumsum(ds) + 2 * lam * h * np.cumsum(dq)


def least(h):
    n = len(h)
    found = minimize(
        bound_and_gradient, np.full(n, 1 / np.sqrt(n)), args=(h,), jac=True, method="L-BFGS-B", bounds=[(1e-8, None)] * n,
        options={"maxcor": 20, "ftol": 100 * np.finfo(float).eps, "gtol": 1e-10, "maxiter": 100000, "maxfun": 100000, "maxls": 100},
    )
    return found


def case(name, h, power):
    n = len(h)
    w = 1 / h
    closed = w * (tails(w) - w)
    at_best = lambda shape, cost: 2 * np.sqrt(terms(shape, cost)[0] * sum(terms(shape, cost)[1:]))
    found = least(h)
    linear = (n - np.arange(n)) / n
    return {
        "name": name, "n": n, **power,
        "terms": terms(0.1 * linear, h),
        "boundLinear": at_best(linear, h),
        "boundClosedForm": at_best(closed[:-1], h[:-1]),
        "bound": found.fun, "iterations": found.nit, "multipliers": (found.x / found.x.max()).tolist(),
    }


cases = []
for n, seed in [(5, 3), (12, 7), (60, 11), (250, 5)]:
    g = norms(n, seed)
    cases.append(case(f"{n} norms like those of a training, squared", g**2, {"seed": seed, "weighting": "inverse-square"}))
    cases.append(case(f"{n} norms like those of a training, as they are", g, {"seed": seed, "weighting": "inverse"}))
cases.append(case("100 constant norms", np.ones(100), {"seed": 0, "weighting": "inverse-square"}))

json.dump({"python": sys.version.split()[0], "numpy": np.__version__, "scipy": scipy.__version__, "cases": cases}, sys.stdout, indent=1)
print()
