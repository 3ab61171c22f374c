"""The least general bound by SciPy's L-BFGS-B, with the analytic gradient and the settings of the paper's authors. Norms: float64 on stdin."""
import json
import sys
import time

import numpy as np
import scipy
from scipy.optimize import minimize


def tails(x):
    return np.cumsum(x[::-1])[::-1]


def bound_and_gradient(lam, h):
    s, q = tails(lam), tails(lam * lam * h)
    pair = 0.5 / (s[:-1] * s[1:])
    terms = pair * lam[:-1] * q[:-1]
    ds, dq, direct = np.zeros_like(lam), np.zeros_like(lam), np.zeros_like(lam)
    direct[:-1] = pair * q[:-1]
    dq[:-1] = pair * lam[:-1]
    dq[0] += 0.5 / s[0]
    ds[:-1] -= terms / s[:-1]
    ds[1:] -= terms / s[1:]
    ds[0] -= 0.5 * (1 + q[0]) / s[0] ** 2
    return 0.5 * (1 + q[0]) / s[0] + terms.sum(), direct + np.cumsum(ds) + 2 * lam * h * np.cumsum(dq)


h = np.frombuffer(sys.stdin.buffer.read()) ** 2
n = len(h)
start, cpu_start = time.perf_counter(), time.process_time()
found = minimize(
    bound_and_gradient, np.full(n, 1 / np.sqrt(n)), args=(h,), jac=True, method="L-BFGS-B", bounds=[(1e-8, None)] * n,
    options={"maxcor": 20, "ftol": 100 * np.finfo(float).eps, "gtol": 1e-10, "maxiter": 100000, "maxfun": 100000, "maxls": 100},
)
print(json.dumps({
    "ms": 1000 * (time.perf_counter() - start), "cpuMs": 1000 * (time.process_time() - cpu_start), "bound": found.fun, "iterations": found.nit,
    "versions": f"Python {sys.version.split()[0]}, NumPy {np.__version__}, SciPy {scipy.__version__}",
}))
