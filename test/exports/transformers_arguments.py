"""A Trainer of Transformers that trains with the arguments of an export."""

from exported import NothingToRun, imported, run_exports
from trained_rates import trained_rates
from transformers import Trainer


def rates_of(file, steps, peak):
    exported = imported(file)
    if hasattr(exported, "training_arguments"):
        arguments = exported.training_arguments(peak)
    elif hasattr(exported, "TRAINING_ARGUMENTS"):
        arguments = exported.TRAINING_ARGUMENTS
    else:
        raise NothingToRun("no lr_scheduler_type is near")
    return trained_rates(Trainer, arguments)


run_exports("transformers", rates_of)
