"""What Taper takes of a trainer in Python: the training thread's time a step, its pace, the import. With a service at TAPER_URL:

    npm start & PYTHONPATH=clients/python/src python bench/clients/logging_a_step.py
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

os.environ["TAPER_HOME"] = tempfile.mkdtemp()

import taper  # noqa: E402

NOWHERE = "http://127.0.0.1:9"


def import_seconds() -> float:
    code = "import time; begun = time.perf_counter(); import taper; print(time.perf_counter() - begun)"
    return statistics.median(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(9))


def microseconds_of_a_step(url: str | None, steps: int = 20_000, pause: float = 0.0002) -> tuple[float, float, float]:
    """Median, 99th percentile and longest of `run.log` of both norms, of a trainer that pauses between steps."""
    taken = []
    with taper.run(f"bench-{time.time_ns()}", url=url) as run:
        for step in range(steps):
            begun = time.perf_counter()
            run.log(step, l1=1.5 + step, l2=0.5 + step)
            taken.append((time.perf_counter() - begun) * 1e6)
            time.sleep(pause)
    taken.sort()
    return statistics.median(taken), taken[len(taken) * 99 // 100], taken[-1]


def processor_microseconds(steps: int = 20_000) -> tuple[float, float]:
    """Time on the processor of a step: of `run.log` in a loop, and of all that the background does with it until it is stored."""
    with taper.run(f"bench-{time.time_ns()}") as run:
        run.log(0, l1=1.0, l2=1.0)
        run.flush()
        used = time.process_time()
        for step in range(1, steps + 1):
            run.log(step, l1=1.5 + step, l2=0.5 + step)
        logged = time.process_time() - used
        run.flush()
        return logged / steps * 1e6, (time.process_time() - used - logged) / steps * 1e6


def work(units: int) -> int:
    """A step of a trainer, all in the interpreter: the worst for a thread beside it."""
    total = 0
    for i in range(units):
        total += i & 7
    return total


def units_of_a_millisecond() -> int:
    best = min(timed(lambda: work(20_000)) for _ in range(50))
    return int(20_000 * 0.001 / best)


def timed(do) -> float:
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


def pace(url: str | None, rounds: int = 6, steps: int = 2000) -> tuple[float, float, float]:
    """Steps a second without Taper; and with it, the ratio of them, and that of the process's time on the processor, its other thread included."""
    units = units_of_a_millisecond()
    without, paces, processor = [], [], []
    with taper.run(f"bench-{time.time_ns()}", url=url) as run:
        step = 0

        def plain() -> None:
            for _ in range(steps):
                work(units)

        def logged() -> None:
            nonlocal step
            for _ in range(steps):
                work(units)
                run.log(step, l1=1.5 + step, l2=0.5 + step)
                step += 1

        for i in range(rounds):
            taken = {}
            for name, do in [("plain", plain), ("logged", logged)][:: 1 if i % 2 else -1]:
                used = time.process_time()
                wall = timed(do)
                taken[name] = (wall, time.process_time() - used)
                time.sleep(1.5)  # What waits in the background is not paid for by the next.
            without.append(steps / taken["plain"][0])
            paces.append(taken["plain"][0] / taken["logged"][0])
            processor.append(taken["logged"][1] / taken["plain"][1])
    return statistics.median(without), statistics.median(paces), statistics.median(processor)


print(f"{os.cpu_count()} cores, {platform.platform()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}\n")
print(f"import taper: {import_seconds() * 1000:.0f} ms\n")
print("processor time a step: log {:.1f} µs, background {:.1f} µs\n".format(*processor_microseconds()))
print("| service | log of both norms, µs: median | 99 % | longest | steps/s without | pace with Taper | processor time with Taper |")
print("| --- | --- | --- | --- | --- | --- | --- |")
for name, url in (("there", None), ("away", NOWHERE)):
    median, most, longest = microseconds_of_a_step(url)
    plain, ratio, processor = pace(url)
    print(f"| {name} | {median:.1f} | {most:.1f} | {longest:.0f} | {plain:.0f} | {ratio:.1%} | {processor:.1%} |")
