"""A model of one weight for Lightning: the rate that each of its steps finds."""

import logging
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
import torch

try:
    import lightning.pytorch as pl

    package = "lightning"
except ImportError:
    import pytorch_lightning as pl

    package = "pytorch-lightning"


class Model(pl.LightningModule):
    def __init__(self, exported, peak):
        super().__init__()
        self.exported, self.peak, self.rates = exported, peak, []
        self.layer = torch.nn.Linear(1, 1)

    def training_step(self, batch, _):
        self.rates.append(self.optimizers().param_groups[0]["lr"])
        return self.layer(batch).sum() * 0

    def configure_optimizers(self):
        return self.exported.optimizers(torch.optim.SGD(self.parameters(), lr=self.peak), self.trainer)

    @staticmethod
    def data():
        return torch.utils.data.DataLoader(torch.ones(70, 1))


def trainer_of(steps, callbacks=()):
    # Epochs of 70 steps: with a schedule that goes on by epochs the rates would differ.
    return pl.Trainer(
        max_steps=steps,
        max_epochs=-1,
        accelerator="cpu",
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
        callbacks=list(callbacks),
    )
