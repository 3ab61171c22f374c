"""By `unittest`, so that Debian's PyTorch runs it without another package: python -m unittest tests/test_torch.py"""

import copy
import io
import math
import os
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


class Loop(unittest.TestCase):
    def test_the_learning_rates_of_lambda_lr_are_the_schedule_and_a_checkpoint_holds_none_of_it(self):
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
        saved = io.BytesIO()
        torch.save(following.state_dict(), saved)
        self.assertLess(saved.tell(), 2000)

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
