"""Gradient norms of NumPy arrays."""

from collections.abc import Iterator
from typing import Any

import numpy

#: Values read at a time, so that both norms are computed while they are in the cache.
_BLOCK = 1 << 16


def gradient_norms(gradients: Any) -> tuple[float, float]:
    """‖g‖₁ and ‖g‖₂, over all arrays together, in float64.

    :param gradients: an array, or nested lists, tuples and dicts of arrays
    :raises TypeError: ``gradients`` is something else
    """
    l1 = squares = 0.0
    for array in _arrays(gradients):
        flat = array.reshape(-1)
        for i in range(0, flat.size, _BLOCK):
            block = flat[i : i + _BLOCK].astype(numpy.float64)
            l1 += float(numpy.abs(block).sum())
            squares += float(block @ block)
    return l1, float(numpy.sqrt(squares))


def _arrays(gradients: Any) -> "Iterator[numpy.ndarray]":
    if isinstance(gradients, numpy.ndarray):
        yield gradients
    elif isinstance(gradients, dict):
        for value in gradients.values():
            yield from _arrays(value)
    elif isinstance(gradients, (list, tuple)):
        for value in gradients:
            yield from _arrays(value)
    else:
        raise TypeError(f"Gradients must be arrays, or lists, tuples and dicts of arrays, not {type(gradients).__name__}.")
