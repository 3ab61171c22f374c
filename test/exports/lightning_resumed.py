"""A Trainer of Lightning that goes on from a checkpoint which another schedule has led to."""

import os
import tempfile

from exported import imported, peak_of, run_exports
from lightning_model import Model, package, pl, trainer_of


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
        trainer = trainer_of(done)
        trainer.fit(Before(exported, peak), Model.data())
        trainer.save_checkpoint(path)
        after = Model(exported, peak)
        trainer_of(steps).fit(after, Model.data(), ckpt_path=path)
    return [peak * exported.multiplier(step) for step in range(done)] + after.rates


run_exports(package, rates_of)
