"""The class TaperSchedule before a Trainer that goes on from a checkpoint which another schedule has led to."""

import tempfile

from exported import imported, peak_of, run_exports
from trained_rates import trained_rates
from transformers import Trainer, TrainerCallback


class StopAt(TrainerCallback):
    """Ends a training after so many steps, and keeps a checkpoint."""

    def __init__(self, step):
        self.step = step

    def on_step_end(self, args, state, control, **_):
        if state.global_step == self.step:
            control.should_save = control.should_training_stop = True


def rates_of(file, steps, peak):
    exported = imported(file)

    class MyTrainer(exported.TaperSchedule, Trainer):
        pass

    done = max(1, steps // 2)
    peak = peak_of(exported, peak)
    with tempfile.TemporaryDirectory() as folder:
        before = {"max_steps": steps, "learning_rate": peak, "output_dir": folder, "lr_scheduler_type": "linear"}
        trained_rates(Trainer, before, callbacks=[StopAt(done)])
        after = trained_rates(
            MyTrainer, {"max_steps": steps, "learning_rate": peak, "output_dir": folder}, resume=f"{folder}/checkpoint-{done}"
        )
    return [peak * exported.multiplier(step) for step in range(done)] + after


run_exports("transformers", rates_of)
