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


def of_series(run_id, name):
    with urllib.request.urlopen(f"{os.environ['TAPER_URL']}/v1/runs/{run_id}/series/{name}") as answer:
        return json.load(answer)["values"]


class Transformers(unittest.TestCase):
    def train(self, run_id, folder, steps, resume=None, schedule=None, callbacks=(), **options):
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
        self.callback = callback = taper.transformers.TaperCallback(run_id, schedule)
        trainer = Trainer(Network(), arguments, train_dataset=rows, callbacks=[callback, *callbacks])
        trainer.train(resume_from_checkpoint=resume)
        self.logs = [row for row in trainer.state.log_history if "grad_norm" in row]
        return [float(row["grad_norm"]) for row in self.logs]

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

    def test_an_interrupted_training_leaves_nothing_behind(self):
        from transformers import TrainerCallback

        class Interrupt(TrainerCallback):
            def on_step_end(self, args, state, control, **kwargs):
                if state.global_step == 5:
                    raise KeyboardInterrupt

        clip, first, second = torch.nn.utils.clip_grad_norm_, f"hf-{uuid.uuid4()}", f"hf-{uuid.uuid4()}"
        with tempfile.TemporaryDirectory() as folder:
            with self.assertRaises(KeyboardInterrupt):
                self.train(first, folder, 20, callbacks=[Interrupt()])
            self.assertIs(torch.nn.utils.clip_grad_norm_, clip)
            interrupted = self.callback.run
            self.train(second, folder, 8)
            interrupted.flush()
        self.assertEqual(len(stored(first)["values"]), 5)
        self.assertEqual(len(stored(second)["values"]), 8)

    def test_a_schedule_is_followed_to_the_bit_shown_in_the_log_and_resumed(self):
        schedule = taper.Schedule([1 / (1 + step / 7) for step in range(40)])
        for weight_decay in (0.0, 0.1):
            run_id = f"hf-{uuid.uuid4()}"
            with tempfile.TemporaryDirectory() as folder:
                self.train(run_id, folder, 30, schedule=schedule, weight_decay=weight_decay)
                shown = [row["learning_rate"] for row in self.logs]
                self.train(run_id, folder, 40, resume=True, schedule=schedule, weight_decay=weight_decay)
            expected = [1e-3 * multiplier for multiplier in schedule]
            self.assertEqual(of_series(run_id, "learning-rate"), expected)
            # The trainer shows the rate of the step that it reports, or of the next one, by its version.
            self.assertIn([float(rate) for rate in shown], ([*expected[:30]], [*expected[1:31]]))


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

    def fit(self, module, callback, batches=8, **options):
        import lightning

        loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.ones(batches, 4)), 1)
        trainer = lightning.Trainer(
            accelerator="cpu",
            logger=False,
            enable_progress_bar=False,
            enable_model_summary=False,
            callbacks=[callback],
            **{"max_epochs": 1, "enable_checkpointing": False, **options},
        )
        trainer.fit(module, loader)
        callback.run.flush()
        return trainer

    def test_each_optimizer_is_measured_by_its_own_parameters_in_a_run_of_its_own(self):
        import lightning

        def norm(parameters):
            return float(torch.cat([p.grad.reshape(-1) for p in parameters]).norm())

        class Gan(lightning.LightningModule):
            def __init__(self):
                super().__init__()
                self.automatic_optimization = False
                self.nets = torch.nn.ModuleList([torch.nn.Linear(4, 1), torch.nn.Linear(4, 1), torch.nn.Linear(4, 1)])
                self.measured = [[], []]

            def training_step(self, batch, index):
                for which, (optimizer, net, scale) in enumerate(zip(self.optimizers(), self.nets, (1.0, 10.0))):
                    optimizer.zero_grad()
                    self.manual_backward(scale * (net(batch[0]) + self.nets[2](batch[0])).square().mean())
                    self.measured[which].append(norm(net.parameters()))
                    optimizer.step()

            def configure_optimizers(self):
                return [torch.optim.SGD(net.parameters(), lr=1e-4) for net in self.nets[:2]]

        gan, run_id = Gan(), f"gan-{uuid.uuid4()}"
        callback = taper.lightning.TaperCallback(run_id)
        self.fit(gan, callback)
        for which, name in enumerate((run_id, f"{run_id}-optimizer-2")):
            values = stored(name)["values"]
            self.assertEqual(len(values), 8)
            for value, other in zip(values, gan.measured[which]):
                self.assertAlmostEqual(value, other, delta=1e-5 * other)
            with urllib.request.urlopen(f"{os.environ['TAPER_URL']}/v1/runs/{name}") as answer:
                self.assertEqual(json.load(answer)["totalSteps"], 8)

    def test_a_schedule_is_followed_also_after_a_resumption(self):
        import lightning

        class Network(lightning.LightningModule):
            def __init__(self):
                super().__init__()
                self.layer = torch.nn.Linear(4, 1)

            def training_step(self, batch, index):
                return self.layer(batch[0]).square().mean()

            def configure_optimizers(self):
                return torch.optim.SGD(self.parameters(), lr=0.01)

        schedule, run_id = taper.Schedule([1 / (1 + step / 7) for step in range(16)]), f"pl-{uuid.uuid4()}"
        with tempfile.TemporaryDirectory() as folder:
            trainer = self.fit(Network(), taper.lightning.TaperCallback(run_id, schedule), default_root_dir=folder)
            trainer.save_checkpoint(f"{folder}/half.ckpt")
            callback = taper.lightning.TaperCallback(run_id, schedule)
            loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(torch.ones(8, 4)), 1)
            lightning.Trainer(
                max_epochs=2, accelerator="cpu", logger=False, enable_checkpointing=False, enable_progress_bar=False, callbacks=[callback]
            ).fit(Network(), loader, ckpt_path=f"{folder}/half.ckpt")
            callback.run.flush()
        self.assertEqual(of_series(run_id, "learning-rate"), [0.01 * multiplier for multiplier in schedule])


class Keras(unittest.TestCase):
    """On the backend that KERAS_BACKEND names."""

    def setUp(self):
        import keras
        import numpy

        generator = numpy.random.default_rng(0)
        self.data = generator.random((640, 8), "float32"), generator.integers(0, 3, 640)
        keras.mixed_precision.set_global_policy("float32")

    def model(self):
        import keras

        keras.utils.set_random_seed(0)
        model = keras.Sequential([keras.layers.Input((8,)), keras.layers.Dense(3)])
        model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        return model

    def fit(self, model, callbacks, epochs=6):
        model.fit(*self.data, 64, epochs, verbose=0, shuffle=False, callbacks=callbacks)

    def interrupting(self, at):
        import keras

        class Interrupt(keras.callbacks.Callback):
            def on_epoch_begin(self, epoch, logs=None):
                if epoch == at:
                    raise KeyboardInterrupt

        return Interrupt()

    def test_an_interrupted_fit_leaves_nothing_behind_also_where_a_notebook_keeps_its_traceback(self):
        model, first, second = self.model(), f"keras-{uuid.uuid4()}", f"keras-{uuid.uuid4()}"
        callback, kept = taper.keras.TaperCallback(first), None
        try:
            self.fit(model, [callback, self.interrupting(3)])
        except KeyboardInterrupt as error:
            kept = error
        self.fit(model, [], 1)
        self.fit(model, [taper.keras.TaperCallback(second)], 2)
        callback.run.flush()
        self.assertEqual((len(stored(first)["values"]), len(stored(second)["values"])), (30, 20))
        self.assertNotIn("apply", vars(model.optimizer))
        self.assertIsNotNone(kept.__traceback__)
        with urllib.request.urlopen(f"{os.environ['TAPER_URL']}/v1/runs/{second}") as answer:
            self.assertEqual(json.load(answer)["totalSteps"], 60)

    def test_a_backup_that_is_restored_hides_no_point_wherever_it_stands_in_the_list(self):
        import keras

        for place in (0, 1):
            run_id = f"keras-{uuid.uuid4()}"
            with tempfile.TemporaryDirectory() as folder:
                for at in (3, 99):
                    callbacks = [taper.keras.TaperCallback(run_id)]
                    callbacks.insert(place, keras.callbacks.BackupAndRestore(folder))
                    try:
                        self.fit(self.model(), [*callbacks, self.interrupting(at)])
                    except KeyboardInterrupt:
                        pass
                    callbacks[1 - place].run.flush()
            self.assertEqual((stored(run_id)["startStep"], len(stored(run_id)["values"])), (0, 60))

    def test_norms_in_half_precision_are_unscaled(self):
        import keras

        norms = []
        for policy in ("float32", "mixed_float16"):
            keras.mixed_precision.set_global_policy(policy)
            run_id = f"keras-{uuid.uuid4()}"
            self.fit(self.model(), [taper.keras.TaperCallback(run_id)], 1)
            norms.append(stored(run_id)["values"])
        self.assertEqual(len(norms[0]), len(norms[1]))
        for single, half in zip(*norms):
            self.assertAlmostEqual(single, half, delta=2e-2 * single)

    def test_rates_of_a_schedule_are_those_of_its_steps(self):
        schedule = taper.Schedule([1 / (1 + step / 7) for step in range(20)])
        rates = taper.keras.schedule(schedule, 0.1)
        import keras

        for step in (0, 1, 7, 19, 20, 1000):
            rate = float(keras.ops.convert_to_numpy(rates(keras.ops.convert_to_tensor(step, "int32"))))
            self.assertAlmostEqual(rate, 0.1 * schedule(step), places=7)


class Optax(unittest.TestCase):
    def test_a_transformation_logs_from_inside_jit_also_where_steps_are_accumulated(self):
        import jax
        import jax.numpy as jnp
        import optax

        inputs = jax.random.normal(jax.random.key(0), (24, 4, 3))

        def loss(weights, batch):
            return jnp.mean((batch @ weights) ** 2)

        for every in (1, 3):
            run = taper.run(f"optax-{uuid.uuid4()}", strict=True)
            optimizer = optax.MultiSteps(
                optax.chain(taper.optax.log_gradient_norms(run), optax.clip_by_global_norm(0.1), optax.sgd(0.1)), every_k_schedule=every
            )
            weights = jnp.ones(3)
            state = optimizer.init(weights)

            @jax.jit
            def step(weights, state, batch):
                gradient = jax.grad(loss)(weights, batch)
                updates, state = optimizer.update(gradient, state, weights)
                return optax.apply_updates(weights, updates), state, gradient

            expected, waiting = [], []
            for batch in inputs:
                weights, state, gradient = step(weights, state, batch)
                waiting.append(gradient)
                if len(waiting) == every:
                    expected.append(float(jnp.linalg.norm(sum(waiting) / every)))
                    waiting = []
            jax.effects_barrier()
            run.flush()
            values = stored(run.id)["values"]
            self.assertEqual(len(values), len(expected))
            for value, other in zip(values, expected):
                self.assertAlmostEqual(value, other, delta=1e-5 * other)


class Prodigy(unittest.TestCase):
    def test_its_d_and_the_norms_of_weights_and_updates_are_logged_and_a_probe_finds_the_peak(self):
        try:
            from prodigyopt import Prodigy
        except ImportError:
            self.skipTest("prodigyopt is not installed")
        torch.manual_seed(0)
        model = torch.nn.Sequential(torch.nn.Linear(8, 16), torch.nn.Tanh(), torch.nn.Linear(16, 1))
        inputs = torch.randn(64, 8)
        optimizer = Prodigy(model.parameters())
        watching = taper.watch(model, optimizer, f"prodigy-{uuid.uuid4()}", weights=True, total_steps=400, strict=True)
        expected = []
        for _ in range(400):
            optimizer.zero_grad()
            loss = (model(inputs) - inputs[:, :1].sin()).square().mean()
            loss.backward()
            watching.log(loss=loss)
            before = [weight.detach().clone() for weight in model.parameters()]
            optimizer.step()
            expected.append(torch.cat([(weight - old).flatten() for weight, old in zip(model.parameters(), before)]).norm().item())
        watching.close()
        watching.run.flush()
        updates = of_series(watching.run.id, "update-norm")
        self.assertEqual(len(updates), 400)
        for found, real in zip(updates, expected):
            self.assertAlmostEqual(found / real, 1, places=5)
        schedule = taper.probe(watching.run, steps=1000)
        self.assertEqual(len(schedule), 1000)
        self.assertAlmostEqual(schedule.peak_learning_rate / of_series(watching.run.id, "distance")[-1], 1, delta=0.2)


if __name__ == "__main__":
    unittest.main()
