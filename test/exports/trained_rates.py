"""A Trainer of Transformers that trains a model of one weight: the rate that each optimizer step finds."""

import logging
import tempfile
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
import torch
from transformers import TrainerCallback, TrainingArguments


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(1, 1)

    def forward(self, x):
        return {"loss": (self.layer(x) * 0).sum()}


class Rates(TrainerCallback):
    def __init__(self):
        self.rates = []

    def on_pre_optimizer_step(self, args, state, control, optimizer=None, **_):
        self.rates.append(optimizer.param_groups[0]["lr"])


def trained_rates(trainer_class, arguments, callbacks=(), resume=None):
    callback = Rates()
    with tempfile.TemporaryDirectory() as folder:
        args = TrainingArguments(
            use_cpu=True,
            report_to=[],
            save_strategy="no",
            logging_strategy="no",
            disable_tqdm=True,
            optim="sgd",
            dataloader_pin_memory=False,
            per_device_train_batch_size=1,
            **{"output_dir": folder, **arguments},
        )
        data = [{"x": torch.ones(1)}] * 70
        trainer_class(model=Model(), args=args, train_dataset=data, callbacks=[callback, *callbacks]).train(resume_from_checkpoint=resume)
    return callback.rates
