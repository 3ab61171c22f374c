"""A Trainer of Lightning that goes on from a checkpoint which another schedule has led to."""

import os
import tempfile

from exported import imported, peak_of, run_exports
from lightning_model import Model, package, pl, trainer_of


class SaveAt(pl.Callback):
    """Writes a checkpoint when so many steps are done."""

    def __init__(self, step, path):
        self.step, self.path = step, path

    def on_train_batch_end(self, trainer, *_):
        if trainer.global_step == self.step:
            trainer.save_checkpoint(self.path)


class Before(Model):
    """The same model under a rate that stays."""

    def configure_optimizers(self):
        import torch

        optimizer = torch.optim.SGD(self.parameters(), lr=self.peak)
        scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1.0)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step", "frequency": 1, "name": "learning_rate"}}


def rates_of(file, steps, peak):
    exported = imported(file)
    peak = peak_of(exported, peak)
    done = max(1, steps // 2)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "last.ckpt")
        trainer_of(done, [SaveAt(done, path)]).fit(Before(exported, peak), Model.data())
        after = Model(exported, peak)
        trainer_of(steps).fit(after, Model.data(), ckpt_path=path)
    # Lightning restores the rate of the old schedule for the first step: it is not compared.
    return [peak * exported.multiplier(step) for step in range(done + 1)] + after.rates[1:]


run_exports(package, rates_of)
