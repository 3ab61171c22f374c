"""The class TaperSchedule before a Trainer of Transformers that trains."""

from exported import imported, peak_of, run_exports
from trained_rates import trained_rates
from transformers import Trainer


def rates_of(file, steps, peak):
    exported = imported(file)

    class MyTrainer(exported.TaperSchedule, Trainer):
        pass

    return trained_rates(MyTrainer, {"max_steps": steps, "learning_rate": peak_of(exported, peak)})


run_exports("transformers", rates_of)
