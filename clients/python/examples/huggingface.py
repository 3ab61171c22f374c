"""Transformers: a small model by ``Trainer`` with a callback, then once more with the refined schedule.

python huggingface.py my-run
"""

import sys
import tempfile

import digits
import torch
from transformers import Trainer, TrainingArguments

import taper

STEPS, BATCH, PEAK = 200, 64, 3e-3


class Network(torch.nn.Module):
    """Any module that gives a loss will do for ``Trainer``."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.Tanh(), torch.nn.Linear(64, 10))

    def forward(self, pixels: torch.Tensor, labels: torch.Tensor) -> dict:
        logits = self.layers(pixels)
        return {"loss": torch.nn.functional.cross_entropy(logits, labels), "logits": logits}


def train(run_id: str, schedule: taper.Schedule) -> float:
    """The loss on all digits after training."""
    images, labels = map(torch.from_numpy, digits.load())
    rows = [{"pixels": image, "labels": label} for image, label in zip(images, labels)]
    torch.manual_seed(0)
    model = Network()
    optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK)
    with tempfile.TemporaryDirectory() as folder:
        arguments = TrainingArguments(
            folder, max_steps=STEPS, per_device_train_batch_size=BATCH, learning_rate=PEAK, max_grad_norm=0.5, logging_steps=1,
            save_strategy="no", report_to=[], use_cpu=True, disable_tqdm=True, seed=0,
        )  # fmt: skip
        trainer = Trainer(
            model, arguments, train_dataset=rows, optimizers=(optimizer, taper.torch.scheduler(optimizer, schedule)),
            callbacks=[taper.transformers.TaperCallback(run_id)],
        )  # fmt: skip
        trainer.train()
    with torch.no_grad():
        return float(model(images, labels)["loss"])


def main(run_id: str) -> None:
    linear = train(run_id, taper.Schedule.linear(STEPS))
    refined = taper.schedule(run_id)
    print(f"loss {linear:.4f} with linear decay, {train(f'{run_id}-refined', refined):.4f} with that of preset robust")


if __name__ == "__main__":
    main(sys.argv[1])
