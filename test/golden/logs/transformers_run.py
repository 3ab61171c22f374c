"""Trains a small model by the Trainer of Transformers, and keeps what it writes: python -m venv v && v/bin/pip install "transformers==5.*" torch accelerate && v/bin/python transformers_run.py

`transformers/trainer_state.json` is the file of its last checkpoint, `transformers/console.log` what it printed, and `transformers/expected.json` what its callback was told
at each step: the same numbers as they are. Evaluations and a step whose loss is not a number are among them."""
import contextlib, io, json, pathlib, shutil, tempfile

import torch
import transformers

here = pathlib.Path(__file__).parent / "transformers"
shutil.rmtree(here, ignore_errors=True)
here.mkdir()
torch.manual_seed(0)


class Digits(torch.utils.data.Dataset):
    def __init__(self, count):
        self.inputs = torch.randn(count, 8)
        self.labels = (self.inputs.sum(1) > 0).long()

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, i):
        return {"inputs": self.inputs[i], "labels": self.labels[i]}


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.Tanh(), torch.nn.Linear(16, 2))
        self.calls = 0

    def forward(self, inputs, labels):
        logits = self.layers(inputs)
        self.calls += self.training
        loss = torch.nn.functional.cross_entropy(logits, labels)
        return {"loss": loss * float("nan") if self.calls == 59 else loss, "logits": logits}


told = []


class Keep(transformers.TrainerCallback):
    def on_log(self, args, state, control, logs=None, **more):
        if "grad_norm" in logs:
            told.append([state.global_step, float(logs["grad_norm"]), float(logs["loss"]), float(logs["learning_rate"])])


with tempfile.TemporaryDirectory() as folder:
    arguments = transformers.TrainingArguments(
        folder, max_steps=60, per_device_train_batch_size=16, learning_rate=0.01, weight_decay=0.1, max_grad_norm=1.0, logging_steps=2, save_steps=30, eval_strategy="steps",
        eval_steps=20, logging_nan_inf_filter=False, use_cpu=True, report_to=[], disable_tqdm=True, seed=0)
    trainer = transformers.Trainer(Model(), arguments, train_dataset=Digits(320), eval_dataset=Digits(64), callbacks=[Keep()])
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        trainer.train()
    (here / "console.log").write_text(printed.getvalue())
    shutil.copy(pathlib.Path(folder) / "checkpoint-60" / "trainer_state.json", here)
words = lambda value: value if value == value else "NaN"
json.dump({"transformers": transformers.__version__, "records": [[words(value) for value in record] for record in told]}, open(here / "expected.json", "w"))
