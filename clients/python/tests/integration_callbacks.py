"""That the callbacks measure the raw gradient of every optimizer step: beside what the trainers say of it themselves. Run by `npm run check:integrations`."""

import json
import os
import sys
import tempfile
import unittest
import urllib.request
import uuid
from pathlib import Path

import torch

import taper

sys.path.insert(0, str(Path(__file__).parents[1] / "examples"))


def stored(run_id, norm="l2"):
    with urllib.request.urlopen(f"{os.environ['TAPER_URL']}/v1/runs/{run_id}/gradient-norms?norm={norm}") as answer:
        return json.load(answer)


class Transformers(unittest.TestCase):
    def train(self, run_id, folder, steps, resume=None, **options):
        import digits
        from huggingface import Network
        from transformers import Trainer, TrainingArguments

        images, labels = map(torch.from_numpy, digits.load())
        rows = [{"pixels": image, "labels": label} for image, label in zip(images, labels)]
        torch.manual_seed(0)
        arguments = TrainingArguments(
            folder,
            max_steps=steps,
            per_device_train_batch_size=32,
            learning_rate=1e-3,
            logging_steps=1,
            save_steps=20,
            report_to=[],
            use_cpu=True,
            disable_tqdm=True,
            seed=0,
            **options,
        )
        trainer = Trainer(Network(), arguments, train_dataset=rows, callbacks=[taper.transformers.TaperCallback(run_id)])
        trainer.train(resume_from_checkpoint=resume)
        return [float(row["grad_norm"]) for row in trainer.state.log_history if "grad_norm" in row]

    def test_norms_are_those_before_clipping_also_with_accumulation_and_after_a_resumption(self):
        for options in ({"max_grad_norm": 0.1}, {"max_grad_norm": 0.1, "gradient_accumulation_steps": 2}, {"max_grad_norm": 0.0}):
            run_id = f"hf-{uuid.uuid4()}"
            clip = torch.nn.utils.clip_grad_norm_
            with tempfile.TemporaryDirectory() as folder:
                said = self.train(run_id, folder, 30, **options)
                series = stored(run_id)
                self.assertEqual((series["startStep"], len(series["values"])), (0, 30))
                self.assertGreater(min(series["values"]), 0.1)
                for value, other in zip(series["values"], said):
                    self.assertAlmostEqual(value, other, delta=2e-3 * other)
                self.train(run_id, folder, 40, resume=True, **options)
                series = stored(run_id, "l1")
                self.assertEqual((series["startStep"], len(series["values"])), (0, 40))
            self.assertIs(torch.nn.utils.clip_grad_norm_, clip)


class Lightning(unittest.TestCase):
    def test_norms_are_those_before_clipping_of_every_optimizer_step(self):
        import lightning

        measured = []

        class Network(lightning.LightningModule):
            def __init__(self):
                super().__init__()
                self.layer = torch.nn.Linear(4, 1)

            def training_step(self, batch, index):
                return self.layer(batch[0]).square().mean()

            def configure_optimizers(self):
                return torch.optim.SGD(self.parameters(), lr=0.01)

            def on_before_optimizer_step(self, optimizer):
                measured.append(float(torch.cat([p.grad.reshape(-1) for p in self.parameters()]).norm()))

        run_id = f"pl-{uuid.uuid4()}"
        loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.randn(64, 4)), 4)
        lightning.Trainer(
            max_steps=8,
            accumulate_grad_batches=2,
            gradient_clip_val=1e-3,
            accelerator="cpu",
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
            callbacks=[taper.lightning.TaperCallback(run_id)],
        ).fit(Network(), loader)
        values = stored(run_id)["values"]
        self.assertEqual(len(values), len(measured))
        for value, other in zip(values, measured):
            self.assertAlmostEqual(value, other, delta=1e-5 * other)


if __name__ == "__main__":
    unittest.main()
