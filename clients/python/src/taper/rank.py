"""The rank of this process among those that train together. Only rank 0 sends to the service."""

import os
import sys

from . import notices

#: Set by torchrun and Accelerate, for processes that train together.
_TOGETHER = "RANK"

#: Set by srun; Open MPI; MPICH and Intel MPI. Processes that they start may as well train apart, as those of a sweep do.
_LAUNCHERS = ("SLURM_PROCID", "OMPI_COMM_WORLD_RANK", "PMI_RANK")


def process_rank() -> int:
    """The rank of this process; 0 if it trains alone. After the all-reduce every rank has the same gradient, so rank 0 alone sends.

    ``TAPER_RANK`` says it for sure.
    """
    said = os.environ.get("TAPER_RANK", "")
    if said.isdigit():
        return int(said)
    torch = sys.modules.get("torch")
    distributed = getattr(torch, "distributed", None)
    if distributed is not None and distributed.is_available() and distributed.is_initialized():
        return int(distributed.get_rank())
    value = os.environ.get(_TOGETHER, "")
    if value.isdigit():
        return int(value)
    for variable in _LAUNCHERS:
        value = os.environ.get(variable, "")
        if value.isdigit():
            if int(value) > 0:
                notices.once(
                    "rank",
                    f"{variable} is {value}: this process counts as one of several that train together, of which rank 0 alone logs, so it logs "
                    "nothing. If it trains alone, as one of a sweep, set TAPER_RANK=0 or pass rank=0.",
                )
            return int(value)
    return 0
