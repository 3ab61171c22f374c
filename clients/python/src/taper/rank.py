"""The rank of this process among those that train together. Only rank 0 sends to the service."""

import os
import sys

#: Set by torchrun and Accelerate; srun; Open MPI; MPICH and Intel MPI.
_VARIABLES = ("RANK", "SLURM_PROCID", "OMPI_COMM_WORLD_RANK", "PMI_RANK")


def process_rank() -> int:
    """The rank of this process; 0 if it trains alone. After the all-reduce every rank has the same gradient, so rank 0 alone sends."""
    torch = sys.modules.get("torch")
    distributed = getattr(torch, "distributed", None)
    if distributed is not None and distributed.is_available() and distributed.is_initialized():
        return int(distributed.get_rank())
    for variable in _VARIABLES:
        value = os.environ.get(variable, "")
        if value.isdigit():
            return int(value)
    return 0
