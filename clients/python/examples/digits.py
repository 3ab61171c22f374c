"""The handwritten digits of examples/digits, as NumPy arrays."""

import gzip
from pathlib import Path

import numpy

_FILE = Path(__file__).parents[3] / "examples" / "digits" / "digits.csv.gz"


def load() -> "tuple[numpy.ndarray, numpy.ndarray]":
    """Pixels in [0, 1], float32, shape [1797, 64], and labels 0 … 9, int64, shape [1797]."""
    with gzip.open(_FILE, "rt") as file:
        table = numpy.loadtxt(file, delimiter=",", dtype=numpy.float32)
    return table[:, :-1] / 16, table[:, -1].astype(numpy.int64)
