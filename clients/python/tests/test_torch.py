"""By `unittest`, so that Debian's PyTorch runs it without another package: python -m unittest tests/test_torch.py"""

import copy
import io
import math
import os
import pickle
import unittest
import uuid

try:
    import torch
except ImportError as error:
    raise unittest.SkipTest("PyTorch is not there") from error

import taper
from taper.torch import gradient_norms, norms_of, scheduler


def model_with_gradients(dtype=torch.float32, sizes=((1000, 700), (3, 5, 7), (11,), ())):
    parameters = [torch.nn.Parameter(torch.zeros(size, dtype=dtype)) for size in sizes]
    for i, parameter in enumerate(parameters):
        parameter.grad = (torch.randn(parameter.shape, generator=torch.Generator().manual_seed(i)) * 10**i).to(dtype)
    return parameters


def exact(parameters):
    values = torch.cat([parameter.grad.double().reshape(-1) for parameter in parameters if parameter.grad is not None])
    return float(values.abs().sum()), float(values.pow(2).sum().sqrt())


class GradientNorms(unittest.TestCase):
    def check(self, parameters, tolerance):
        for measured, true in zip(gradient_norms(parameters), exact(parameters)):
            self.assertLess(abs(float(measured) / true - 1), tolerance)

    def test_both_norms_are_those_of_all_gradients_as_one_vector(self):
        for dtype, tolerance in [(torch.float64, 1e-12), (torch.float32, 1e-5), (torch.bfloat16, 1e-5), (torch.float16, 1e-5)]:
            self.check(model_with_gradients(dtype), tolerance)

    def test_a_parameter_without_a_gradient_is_left_out_and_one_that_is_not_contiguous_is_not(self):
        parameters = model_with_gradients()
        parameters[1].grad = None
        parameters[0].grad = torch.randn(700, 1000).t()
        self.check(parameters, 1e-5)

    def test_half_precision_does_not_overflow_where_single_does_not(self):
        parameter = torch.nn.Parameter(torch.zeros(100_000, dtype=torch.float16))
        parameter.grad = torch.full_like(parameter, 60_000)
        self.check([parameter], 1e-5)

    def test_what_is_not_finite_comes_through(self):
        parameters = model_with_gradients()
        parameters[0].grad[17, 3] = math.nan
        self.assertTrue(all(math.isnan(norm) for norm in gradient_norms(parameters)))
        parameters[0].grad[17, 3] = -math.inf
        self.assertEqual([float(norm) for norm in gradient_norms(parameters)], [math.inf, math.inf])

    def test_gradients_stay_as_they_are_and_the_norms_hold_no_graph(self):
        parameters = model_with_gradients()
        before = copy.deepcopy([parameter.grad for parameter in parameters])
        l1, l2 = gradient_norms(parameters)
        self.assertFalse(l1.requires_grad or l2.requires_grad)
        self.assertTrue(all(torch.equal(now.grad, then) for now, then in zip(parameters, before)))
        with self.assertRaises(TypeError):
            norms_of([])

    def test_sparse_gradients_are_measured(self):
        embedding = torch.nn.Embedding(1000, 4, sparse=True)
        embedding(torch.tensor([1, 5, 5])).sum().backward()
        l1, l2 = gradient_norms(embedding.parameters())
        self.assertEqual(float(l1), 12)
        self.assertAlmostEqual(float(l2), math.sqrt(4 + 4 * 4), places=5)


    def test_those_of_an_optimizer_and_gradients_in_dicts_and_lists_are_measured(self):
        module = torch.nn.Linear(3, 2)
        other = torch.nn.Parameter(torch.zeros(4))
        other.grad = torch.full((4,), 100.0)
        module(torch.ones(1, 3)).sum().backward()
        true = [8.0, math.sqrt(8.0)]
        gradients = [parameter.grad.clone() for parameter in module.parameters()]
        for given in (
            module,
            module.parameters(),
            list(module.parameters()),
            dict(module.named_parameters()),
            torch.optim.SGD(module.parameters(), lr=1.0),
            gradients,
            tuple(gradients),
            {"layer": {"weight": gradients[0]}, "rest": [gradients[1], None]},
        ):
            for measured, expected in zip(taper.gradient_norms.gradient_norms(given), true):
                self.assertAlmostEqual(float(measured), expected, places=5)
        with self.assertRaises(TypeError):
            taper.gradient_norms.gradient_norms(torch.nn.Linear(3, 2))


class Loop(unittest.TestCase):
    def test_the_learning_rates_of_the_scheduler_are_the_schedule(self):
        schedule = taper.Schedule.linear(11)
        optimizer = torch.optim.SGD(
            [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": 0.5}, {"params": [torch.nn.Parameter(torch.zeros(1))], "lr": 2.0}],
            lr=1.0,
        )
        following = scheduler(optimizer, schedule)
        rates = []
        for _ in range(13):
            rates.append([group["lr"] for group in optimizer.param_groups])
            optimizer.step()
            following.step()
        expected = [max(0.0, 1 - step / 10) for step in range(13)]
        for rate, multiplier in zip(rates, expected):
            self.assertAlmostEqual(rate[0], 0.5 * multiplier)
            self.assertAlmostEqual(rate[1], 2.0 * multiplier)

    def test_a_training_that_resumes_goes_on_with_the_schedule_of_its_checkpoint(self):
        def made(schedule):
            optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.5)
            return optimizer, scheduler(optimizer, schedule)

        def rates(optimizer, following, steps):
            found = []
            for _ in range(steps):
                found.append(optimizer.param_groups[0]["lr"])
                optimizer.step()
                following.step()
            return found

        first = taper.Schedule([1 / (1 + step) for step in range(20)], id="one")
        optimizer, following = made(first)
        rates(optimizer, following, 7)
        saved = io.BytesIO()
        torch.save({"optimizer": optimizer.state_dict(), "scheduler": following.state_dict()}, saved)
        saved.seek(0)
        state = torch.load(saved)
        optimizer, following = made(taper.Schedule.linear(20))
        optimizer.load_state_dict(state["optimizer"])
        with self.assertLogs("taper", "WARNING") as said:
            following.load_state_dict(state["scheduler"])
        self.assertIn("that of the checkpoint", said.output[0])
        self.assertEqual(following.schedule_id, "one")
        self.assertEqual(rates(optimizer, following, 13), [0.5 * multiplier for multiplier in first[7:]])

    def test_schedulers_can_be_pickled(self):
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.5)
        schedule = taper.Schedule.linear(11)
        for made in (scheduler(optimizer, schedule), torch.optim.lr_scheduler.LambdaLR(optimizer, taper.lr_lambda(schedule))):
            again = pickle.loads(pickle.dumps(made))
            self.assertEqual(again.get_last_lr(), made.get_last_lr())

    def test_each_group_has_the_peak_that_it_is_given(self):
        groups = [{"params": [torch.nn.Parameter(torch.zeros(1))]} for _ in range(2)]
        optimizer = torch.optim.SGD(groups, lr=1.0)
        taper.torch.TaperScheduler(optimizer, taper.Schedule([0.5, 1.0]), [0.1, 0.4])
        self.assertEqual([group["lr"] for group in optimizer.param_groups], [0.05, 0.2])
        with self.assertRaises(ValueError):
            taper.torch.TaperScheduler(optimizer, taper.Schedule([1.0]), [0.1])

    @unittest.skipUnless(hasattr(torch.optim.Optimizer, "register_step_post_hook"), "this PyTorch tells of no step")
    def test_a_scheduler_that_goes_on_faster_than_the_optimizer_is_told_of_once(self):
        optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.5)
        following = scheduler(optimizer, taper.Schedule.linear(100))
        optimizer.step()
        for _ in range(10):  # As while a gradient scaler skips steps.
            following.step()
        with self.assertLogs("taper", "WARNING") as said:
            for _ in range(12):
                optimizer.step()
                following.step()
                following.step()
        self.assertEqual(len(said.output), 1)
        self.assertIn("2 times", said.output[0])

    @unittest.skipUnless(hasattr(torch.optim.Optimizer, "register_step_post_hook"), "this PyTorch tells of no step")
    def test_what_is_watched_logs_raw_norms_rates_and_losses_of_its_steps(self):
        class Logged(taper.Run):
            def __init__(self):
                super().__init__("watched", "http://127.0.0.1:9", None)
                self.points = {}

            def log(self, step, **values):
                numbers = {name: float(value.detach() if isinstance(value, torch.Tensor) else value) for name, value in values.items() if value is not None}
                self.points.setdefault(step, {}).update(numbers)

            def log_gradient_norms(self, model, step=None, **values):
                l1, l2 = taper.gradient_norms.gradient_norms(model)
                self.log(step, l1=l1, l2=l2, **values)

        model = torch.nn.Linear(3, 2)
        apart = torch.nn.Linear(3, 2)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
        run = Logged()
        watching = taper.watch(model, optimizer, run, first_step=3)
        for step in range(3, 6):
            optimizer.zero_grad()
            loss = ((model(torch.ones(1, 3)) + apart(torch.ones(1, 3))).sum()) * step
            loss.backward()
            watching.log(loss=loss)
            if step == 4:
                self.assertAlmostEqual(float(watching.clip_grad_norm_(0.1)), step * math.sqrt(8), places=4)
            optimizer.step()
            self.assertAlmostEqual(run.points[step]["l2"], step * math.sqrt(8), places=4)
            self.assertAlmostEqual(run.points[step]["l1"], step * 8, places=4)
            self.assertEqual((run.points[step]["learning_rate"], run.points[step]["loss"]), (0.5, loss.item()))
        watching.close()
        optimizer.step()
        self.assertEqual(sorted(run.points), [3, 4, 5])

    @unittest.skipUnless("TAPER_URL" in os.environ, "TAPER_URL names no service")
    def test_norms_that_wait_on_a_device_are_those_of_their_step(self):
        import json
        import tempfile
        import urllib.request

        os.environ.setdefault("TAPER_HOME", tempfile.mkdtemp())
        run_id = f"torch-{uuid.uuid4()}"
        model = torch.nn.Linear(3, 2)
        expected = []
        with taper.run(run_id, strict=True) as run:
            for step in range(100):
                model.zero_grad()
                (model(torch.ones(1, 3)).sum() * step).backward()
                run.log_gradient_norms(model)
                expected.append(8.0 * step)
        with urllib.request.urlopen(f"{os.environ['TAPER_URL']}/v1/runs/{run_id}/gradient-norms?norm=l1") as answer:
            self.assertEqual(json.load(answer)["values"], expected)


if __name__ == "__main__":
    unittest.main()
