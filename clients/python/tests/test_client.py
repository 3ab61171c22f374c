"""The generated client, against the service."""

import asyncio
import math
from io import BytesIO
from struct import pack

import pytest

pytest.importorskip("httpx")

from taper_client import Client
from taper_client.api.gradient_norms import append_gradient_norms, read_gradient_norms
from taper_client.api.optimizers import get_optimizer, list_optimizers, step_optimizer
from taper_client.api.process import get_version, list_problems
from taper_client.api.refinement import refine
from taper_client.api.runs import create_run, delete_run, get_run, list_runs, patch_run, put_run
from taper_client.api.schedules import create_refined_schedule, get_multiplier, list_schedules, read_multipliers
from taper_client.models import (
    EvenGradientNorms,
    GradientNormHistory,
    GradientNormPoint,
    GradientNormPoints,
    GradientNormSteps,
    GradientNormValues,
    ProblemDetails,
    RefinementRequest,
    RunCreate,
    RunPatch,
    RunPut,
    ScheduleCreate,
    UnevenGradientNorms,
)
from taper_client.types import File


@pytest.fixture
def client(url):
    with Client(url) as client:
        yield client


def test_runs(client, run_id):
    run = put_run.sync(run_id, client=client, body=RunPut(optimizer="SGD", total_steps=300, peak_learning_rate=0.1))
    assert (run.id, run.optimizer, run.total_steps, run.name, run.series) == (run_id, "SGD", 300, None, [])
    assert get_run.sync(run_id, client=client) == run
    assert patch_run.sync(run_id, client=client, body=RunPatch(optimizer=None)).optimizer is None
    made = create_run.sync(client=client, body=RunCreate(name="x"), idempotency_key=run_id)
    assert create_run.sync(client=client, body=RunCreate(name="x"), idempotency_key=run_id).id == made.id
    page = list_runs.sync(client=client, limit=1)
    assert [one.id for one in page.items] == [made.id] and page.next_cursor
    assert delete_run.sync_detailed(run_id, client=client).status_code == 204


def test_norms_in_each_way_to_write_them(client, run_id):
    put_run.sync(run_id, client=client, body=RunPut())
    values = [1.5, "NaN", "Infinity", 5e-324]
    receipt = append_gradient_norms.sync(run_id, client=client, body=GradientNormValues(values=values, start_step=0))
    assert (receipt.received, receipt.appended, receipt.last_step) == (4, 4, 3)
    read = read_gradient_norms.sync(run_id, client=client)
    assert isinstance(read, EvenGradientNorms) and read.values == values
    append_gradient_norms.sync(run_id, client=client, norm="l1", body=GradientNormSteps(steps=[1, 5], values=[1.0, 2.0]))
    append_gradient_norms.sync(run_id, client=client, norm="l1", body=GradientNormPoints([GradientNormPoint(step=6, value=3.0)]))
    read = read_gradient_norms.sync(run_id, client=client, norm="l1")
    assert isinstance(read, UnevenGradientNorms) and (read.steps, read.values) == ([1, 5, 6], [1, 2, 3])
    binary = File(payload=BytesIO(pack("<3d", 1.0, math.inf, 3.0)))
    assert append_gradient_norms.sync(run_id, client=client, norm="linf", start_step=7, body=binary).last_step == 9
    history = read_gradient_norms.sync(run_id, client=client, norm="linf", history="all")
    assert isinstance(history, GradientNormHistory) and [(point.step, point.value) for point in history.points] == [
        (7, 1.0),
        (8, "Infinity"),
        (9, 3.0),
    ]


def test_refinement_schedules_and_one_multiplier(client, run_id):
    values = [1 + 5 / (step + 1) for step in range(300)]
    put_run.sync(run_id, client=client, body=RunPut(optimizer="SGD", peak_learning_rate=0.1))
    append_gradient_norms.sync(run_id, client=client, body=GradientNormValues(values=values))
    refinement = refine.sync(client=client, body=RefinementRequest(values=values, window=0.05))
    schedule = create_refined_schedule.sync(run_id, client=client, body=ScheduleCreate(window=0.05))
    assert (schedule.rule, schedule.steps, schedule.peak_learning_rate) == ("refined", 300, 0.1)
    assert schedule.report.bound.gain == refinement.report.bound.gain > 1
    multipliers = read_multipliers.sync(schedule.id, client=client)
    assert multipliers.multipliers == refinement.multipliers
    one = get_multiplier.sync(schedule.id, 100, client=client)
    assert (one.multiplier, one.learning_rate) == (multipliers.multipliers[100], 0.1 * multipliers.multipliers[100])
    assert [one.id for one in list_schedules.sync(client=client, run_id=run_id).items] == [schedule.id]


def test_optimizers(client):
    from taper_client.models import OptimizerStepRequest, OptimizerStepRequestGradients, OptimizerStepRequestParameters

    names = [optimizer.name for optimizer in list_optimizers.sync(client=client).items]
    assert "prodigy" in names
    assert get_optimizer.sync("prodigy", client=client).paper == "2306.06101"
    tensor = {"w": {"shape": [2], "values": [1, 2]}}
    body = OptimizerStepRequest(
        parameters=OptimizerStepRequestParameters.from_dict(tensor),
        gradients=OptimizerStepRequestGradients.from_dict(tensor),
        learning_rate=0.5,
    )
    assert step_optimizer.sync("sgd", client=client, body=body).parameters["w"].values == [0.5, 1.0]


def test_problems_come_as_objects_that_name_the_place(client, run_id):
    problem = get_run.sync(run_id, client=client)
    assert isinstance(problem, ProblemDetails) and (problem.status, problem.type_) == (404, "/problems/run-not-found")
    put_run.sync(run_id, client=client, body=RunPut())
    answer = append_gradient_norms.sync_detailed(run_id, client=client, body=GradientNormValues(values=[1.0, -2.0]))
    assert answer.status_code == 400
    assert answer.parsed.errors[0].pointer == "/values/1"
    assert any(problem.type_ == "/problems/run-not-found" for problem in list_problems.sync(client=client).items)


def test_the_same_calls_without_waiting(url, run_id):
    async def calls():
        async with Client(url) as client:
            await put_run.asyncio(run_id, client=client, body=RunPut(optimizer="SGD"))
            bodies = [GradientNormValues(values=[float(i)], start_step=i) for i in range(20)]
            receipts = await asyncio.gather(*[append_gradient_norms.asyncio(run_id, client=client, body=body) for body in bodies])
            binary = File(payload=BytesIO(pack("<1d", 20.0)))
            receipts.append(await append_gradient_norms.asyncio(run_id, client=client, start_step=20, body=binary))
            return receipts, await read_gradient_norms.asyncio(run_id, client=client), await get_version.asyncio(client=client)

    receipts, read, version = asyncio.run(calls())
    assert sum(receipt.appended for receipt in receipts) == 21
    assert read.values == list(range(21))
    assert version.database.kind
