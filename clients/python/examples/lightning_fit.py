"""Lightning: a module by ``Trainer`` with a callback, then once more with the refined schedule.

python lightning_fit.py my-run
"""

import sys

import digits
import lightning
import torch

import taper

STEPS, BATCH, PEAK = 200, 64, 3e-3


class Network(lightning.LightningModule):
    def __init__(self, schedule: taper.Schedule) -> None:
        super().__init__()
        self.schedule = schedule
        self.layers = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.Tanh(), torch.nn.Linear(64, 10))

    def training_step(self, batch, index):
        images, labels = batch
        return torch.nn.functional.cross_entropy(self.layers(images), labels)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=PEAK)
        return [optimizer], [{"scheduler": taper.torch.scheduler(optimizer, self.schedule), "interval": "step"}]


def train(run_id: str, schedule: taper.Schedule) -> float:
    """The loss on all digits after training."""
    images, labels = map(torch.from_numpy, digits.load())
    torch.manual_seed(0)
    network = Network(schedule)
    loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(images, labels), BATCH, shuffle=True)
    lightning.Trainer(
        max_steps=STEPS, gradient_clip_val=0.5, accelerator="cpu", logger=False, enable_checkpointing=False, enable_progress_bar=False,
        enable_model_summary=False, callbacks=[taper.lightning.TaperCallback(run_id)],
    ).fit(network, loader)  # fmt: skip
    with torch.no_grad():
        return float(torch.nn.functional.cross_entropy(network.layers(images), labels))


def main(run_id: str) -> None:
    linear = train(run_id, taper.Schedule.linear(STEPS))
    refined = taper.schedule(run_id)
    print(f"loss {linear:.4f} with linear decay, {train(f'{run_id}-refined', refined):.4f} with that of preset robust")


if __name__ == "__main__":
    main(sys.argv[1])
