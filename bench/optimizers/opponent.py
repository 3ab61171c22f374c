"""The same steps by PyTorch, the official packages and optax. Reads tasks as JSON lines, answers milliseconds a step."""
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import dadaptation  # noqa: E402
import jax  # noqa: E402
import jax.numpy as jnp  # noqa: E402
import madgrad  # noqa: E402
import momo  # noqa: E402
import numpy as np  # noqa: E402
import optax  # noqa: E402
import prodigyopt  # noqa: E402
import schedulefree  # noqa: E402
import torch  # noqa: E402
from mechanic_pytorch import mechanize  # noqa: E402

official = {
    "sgd": lambda p: torch.optim.SGD(p, lr=1e-3, fused=True),
    "adam": lambda p: torch.optim.Adam(p, fused=True),
    "adamw": lambda p: torch.optim.AdamW(p, fused=True),
    "adagrad": lambda p: torch.optim.Adagrad(p, fused=True),
    "d-adapt-sgd": lambda p: dadaptation.DAdaptSGD(p),
    "d-adapt-adam": lambda p: dadaptation.DAdaptAdam(p),
    "d-adapt-adagrad": lambda p: dadaptation.DAdaptAdaGrad(p),
    "d-adapt-lion": lambda p: dadaptation.DAdaptLion(p),
    "d-adapt-adan": lambda p: dadaptation.DAdaptAdan(p),
    "prodigy": lambda p: prodigyopt.Prodigy(p),
    "mechanic": lambda p: mechanize(torch.optim.SGD)(p, lr=1e-3),
    "momo": lambda p: momo.Momo(p),
    "momo-adam": lambda p: momo.MomoAdam(p),
    "madgrad": lambda p: madgrad.MADGRAD(p),
    "mirror-madgrad": lambda p: madgrad.MirrorMADGRAD(p),
    "schedule-free-sgd": lambda p: schedulefree.SGDScheduleFree(p),
    "schedule-free-adamw": lambda p: schedulefree.AdamWScheduleFree(p),
}
jitted = {
    "adamw": lambda: optax.adamw(1e-3),
    "prodigy": lambda: optax.contrib.prodigy(1.0),
    "d-adapt-adam": lambda: optax.contrib.dadapt_adamw(1.0),
    "mechanic": lambda: optax.contrib.mechanize(optax.sgd(1e-3)),
    "momo": lambda: optax.contrib.momo(1.0),
    "momo-adam": lambda: optax.contrib.momo_adam(1e-2),
    "madgrad": lambda: optax.contrib.madgrad(1e-2),
    "schedule-free-sgd": lambda: optax.contrib.schedule_free_sgd(1.0),
    "schedule-free-adamw": lambda: optax.contrib.schedule_free_adamw(2.5e-3),
}


def official_step(name, n):
    x = torch.nn.Parameter(torch.cos(torch.arange(n, dtype=torch.float32)))
    g = torch.sin(torch.arange(n, dtype=torch.float32)) / 10
    optimizer = official[name]([x])
    loss = torch.tensor(1.0)
    if hasattr(optimizer, "train"):
        optimizer.train()

    def step():
        x.grad = g.clone()  # some official steps change the gradient; the copy is not timed
        start = time.perf_counter()
        optimizer.step(loss=loss) if name.startswith("momo") else optimizer.step()
        return 1000 * (time.perf_counter() - start)

    return step


def jitted_step(name, n):
    x = jnp.cos(jnp.arange(n, dtype=jnp.float32))
    g = jnp.sin(jnp.arange(n, dtype=jnp.float32)) / 10
    optimizer = jitted[name]()
    # Donated buffers must not be shared, as the parameters and x0 of a new state are.
    state = jax.tree.map(lambda leaf: jnp.array(leaf, copy=True), optimizer.init(x))
    extra = {"value": jnp.float32(1.0)} if name.startswith("momo") else {}

    def update(x, g, state):
        updates, state = optimizer.update(g, state, x, **extra)
        return optax.apply_updates(x, updates), state

    compiled = jax.jit(update, donate_argnums=(0, 2))

    def step():
        nonlocal x, state
        start = time.perf_counter()
        x, state = jax.block_until_ready(compiled(x, g, state))
        return 1000 * (time.perf_counter() - start)

    return step


class Stream:
    """Reads and writes one array in place, as fast as PyTorch can: what the memory gives."""

    def __init__(self, n):
        self.x = torch.ones(n)

    def __call__(self):
        start = time.perf_counter()
        self.x.mul_(1.0000001)
        return 1000 * (time.perf_counter() - start)


def make(kind, name, n):
    try:
        if kind == "stream":
            return Stream(n)
        return (official_step if kind == "official" else jitted_step)(name, n)
    except Exception as error:  # an opponent that does not run here is left out of the table
        print(f"{kind} {name}: {error}", file=sys.stderr)
        return None


steps = {}
versions = {"python": sys.version.split()[0], "torch": torch.__version__, "jax": jax.__version__, "optax": optax.__version__, "numpy": np.__version__}
print(json.dumps({**versions, "threads": torch.get_num_threads(), "official": list(official), "jitted": list(jitted)}), flush=True)
for line in sys.stdin:
    task = json.loads(line)
    key = (task["kind"], task.get("name"), task["n"])
    if task.get("forget"):
        steps.clear()
        print(json.dumps({}), flush=True)
        continue
    if key not in steps:
        steps[key] = make(*key)
    step = steps[key]
    times = [] if step is None else sorted(step() for _ in range(task["steps"]))
    print(json.dumps({"ms": times[len(times) // 2] if times else None}), flush=True)
