"""Refinements and comparisons on this machine, without a server: by the command line of Taper, whose answers they are bit for bit."""

import json
import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from . import notices
from .command import command_line
from .errors import Refused
from .pipe import pipe, vector_of
from .schedules import Schedule, in_http

_OF_RUN = ("optimizer", "total_steps", "weight_decay", "clip_norm")


def refine(
    norms: Any,
    *,
    losses: Any = None,
    learning_rates: Any = None,
    peak_learning_rate: "float | None" = None,
    **options: Any,
) -> Schedule:
    """Refines gradient norms into a schedule, without a server. What it warns of is logged, and in ``report``.

    >>> schedule = taper.refine(norms, losses=losses)
    >>> schedule = taper.refine("trainer_state.json", preset="paper")

    The first call starts Node, which takes some tenths of a second; it is kept for the next.

    :param norms: raw norms of successive optimizer steps, before clipping: a list, an array, a tensor or a column; NaN and None are steps that
        were skipped. Or the path of a log in any format that Taper reads
    :param losses: training losses of the same steps; NaN and None where a step has none. A log has its own
    :param learning_rates: the rates of the same steps, for warnings about weight decay. A log has its own
    :param peak_learning_rate: the learning rate at multiplier 1, for the schedule that is returned
    :param options: of the refinement, in Python's names or in those of the HTTP API: ``preset``, ``steps``, ``norm``, ``window``, ``ramp``,
        ``norm_floor``, ``dead_band``, ``final`` and the others of :func:`taper.schedule`. What is known of the run, for warnings:
        ``optimizer``, ``total_steps``, ``weight_decay``, ``clip_norm``. Of a log also ``column``, ``step``, ``run``, ``loss_column``, ``input``
    :raises Refused: there are too few norms, or an option is wrong
    :raises FileNotFoundError: there is no such log
    :raises NotInstalled: the command line of Taper, or Node, is not on this machine
    """
    log = log_of(norms)
    if log is not None:
        if losses is not None or learning_rates is not None:
            raise TypeError("A log has its own losses and rates: leave losses and learning_rates out, or give norms as a list.")
        found = json.loads(run_command(["refine", log, "--format", "json", *flags_of(options)]))
    else:
        run = {in_http(name): options.pop(name, options.pop(in_http(name), None)) for name in _OF_RUN}
        given = {"values": vector_of(norms), "options": {in_http(name): value for name, value in options.items() if value is not None}, "run": run}
        for name, numbers in (("losses", losses), ("learningRates", learning_rates)):
            if numbers is not None:
                given[name] = vector_of(numbers)
        found = pipe.call("refine", given)
    schedule = Schedule(found["multipliers"], peak_learning_rate, None, found["report"])
    for warning in found["report"].get("warnings", []):
        notices.once(f"local-{warning.get('code')}", f"{warning.get('detail')}")
    return schedule


def compare(
    norms: Any,
    candidates: "Iterable[Any] | None" = None,
    *,
    losses: Any = None,
    norm: "str | None" = None,
    steps: "int | None" = None,
    distance: "float | None" = None,
    **options: Any,
) -> "dict[str, Any]":
    """Ranks schedules on gradient norms by the general bound, each at its best peak learning rate, without a server.

    :param norms: as :func:`refine` takes them
    :param candidates: rules by name, schedules, or dicts with ``rule`` and ``parameters`` or ``multipliers``. Default: every rule, and refinements
    :param losses: training losses of the same steps, for refinements. A log has its own
    :param norm: ``"l2"`` or ``"l1"``: what the norms are. Default: ``l2``; of a log, as its column says
    :param steps: length of the schedules. Default: that of the norms
    :param distance: from the initial point to the solution; scales rates and bounds. Default: 1
    :param options: of a log: ``column``, ``step``, ``run``, ``loss_column``, ``input``
    :returns: ``ranking``, the best first, ``summary`` and ``warnings``
    :raises Refused, FileNotFoundError, NotInstalled: as :func:`refine`
    """
    chosen = None if candidates is None else [candidate_of(one) for one in candidates]
    given: dict[str, Any] = {name: value for name, value in (("norm", norm), ("steps", steps), ("distance", distance)) if value is not None}
    log = log_of(norms)
    if log is not None:
        if losses is not None:
            raise TypeError("A log has its own losses: leave losses out, or give norms as a list.")
        words = [] if chosen is None else ["--candidates", *(word_of(one) for one in chosen)]
        return dict(json.loads(run_command(["compare", log, "--format", "json", *flags_of({**given, **options}), *words])))
    if options:
        raise TypeError(f"{', '.join(options)} are for a log, and norms is none.")
    given["values"] = vector_of(norms)
    if losses is not None:
        given["losses"] = vector_of(losses)
    if chosen is not None:
        given["candidates"] = chosen
    return dict(pipe.call("compare", given))


def candidate_of(candidate: Any) -> "dict[str, Any]":
    """A schedule as the API names it: a rule, or multipliers."""
    if isinstance(candidate, str):
        return {"rule": candidate}
    if isinstance(candidate, Schedule):
        return {"multipliers": candidate.multipliers, "name": candidate.id or "schedule"}
    if isinstance(candidate, Mapping):
        return {name: vector_of(value) if name == "multipliers" else value for name, value in candidate.items()}
    return {"multipliers": vector_of(candidate)}


def log_of(norms: Any) -> "str | None":
    """The path of a log; None where the norms themselves are given.

    :raises FileNotFoundError: a text names no file
    """
    if not isinstance(norms, (str, os.PathLike)):
        return None
    path = os.fspath(norms)
    if not Path(path).exists():
        raise FileNotFoundError(f"There is no log {path}. To refine a run that a service has: taper.schedule({str(path)!r}).")
    return os.path.abspath(path)


def flags_of(options: "Mapping[str, Any]") -> "list[str]":
    """Options as the command line has them: ``norm_floor`` and ``normFloor`` are ``--norm-floor``."""
    flags: list[str] = []
    for name, value in options.items():
        if value is None or value is False:
            continue
        flag = "--" + "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).replace("_", "-")
        if isinstance(value, Mapping):
            flags += flags_of({f"{name}_{part}": one for part, one in value.items()})
        elif value is True:
            flags.append(flag)
        else:
            flags.append(f"{flag}={value}")
    return flags


def word_of(candidate: "dict[str, Any]") -> str:
    if "rule" not in candidate:
        raise TypeError("On a log, rules alone can be compared: give the norms as a list to compare multipliers.")
    parameters = candidate.get("parameters")
    return candidate["rule"] if parameters is None else f"{candidate['rule']}={json.dumps(parameters)}"


def run_command(arguments: "Sequence[str]", ends: "tuple[int, ...]" = (0,)) -> bytes:
    """What a command writes.

    :param ends: exit codes of an answer

    :raises Refused: it says that what was given is wrong
    """
    done = subprocess.run([*command_line(), *arguments], stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode in ends and done.stdout:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip()
    raise Refused(400 if done.returncode == 2 else 500, {"type": "/problems/invalid-request", "detail": said.removeprefix("taper: ")})

