from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.create_refined_schedule_last_batch import (
    CreateRefinedScheduleLastBatch,
)
from ...models.create_refined_schedule_unit import (
    CreateRefinedScheduleUnit,
)
from ...models.operation import Operation
from ...models.problem_details import ProblemDetails
from ...models.schedule import Schedule
from ...models.schedule_create import ScheduleCreate
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    *,
    body: ScheduleCreate | Unset = UNSET,
    unit: CreateRefinedScheduleUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateRefinedScheduleLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    json_unit: str | Unset = UNSET
    if not isinstance(unit, Unset):
        json_unit = unit

    params["unit"] = json_unit

    params["gradientAccumulation"] = gradient_accumulation

    params["worldSize"] = world_size

    params["batchSize"] = batch_size

    params["sequenceLength"] = sequence_length

    params["datasetSize"] = dataset_size

    json_last_batch: str | Unset = UNSET
    if not isinstance(last_batch, Unset):
        json_last_batch = last_batch

    params["lastBatch"] = json_last_batch

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/runs/{run_id}/schedules".format(
            run_id=quote(str(run_id), safe=""),
        ),
        "params": params,
    }

    if not isinstance(body, Unset):
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Operation | ProblemDetails | Schedule | None:
    if response.status_code == 200:
        response_200 = Schedule.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = Schedule.from_dict(response.json())

        return response_201

    if response.status_code == 202:
        response_202 = Operation.from_dict(response.json())

        return response_202

    if response.status_code == 400:
        response_400 = ProblemDetails.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ProblemDetails.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ProblemDetails.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = ProblemDetails.from_dict(response.json())

        return response_404

    if response.status_code == 406:
        response_406 = ProblemDetails.from_dict(response.json())

        return response_406

    if response.status_code == 408:
        response_408 = ProblemDetails.from_dict(response.json())

        return response_408

    if response.status_code == 409:
        response_409 = ProblemDetails.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = ProblemDetails.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemDetails.from_dict(response.json())

        return response_415

    if response.status_code == 421:
        response_421 = ProblemDetails.from_dict(response.json())

        return response_421

    if response.status_code == 422:
        response_422 = ProblemDetails.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ProblemDetails.from_dict(response.json())

        return response_429

    if response.status_code == 431:
        response_431 = ProblemDetails.from_dict(response.json())

        return response_431

    if response.status_code == 500:
        response_500 = ProblemDetails.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = ProblemDetails.from_dict(response.json())

        return response_503

    if response.status_code == 507:
        response_507 = ProblemDetails.from_dict(response.json())

        return response_507

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Operation | ProblemDetails | Schedule]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: ScheduleCreate | Unset = UNSET,
    unit: CreateRefinedScheduleUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateRefinedScheduleLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Operation | ProblemDetails | Schedule]:
    """Refine the gradient norms of a run into a schedule, and store it.

     The same options on the same norms give the same schedule: a repetition answers 200 with the
    existing one. The schedule takes the peak learning rate that the run has now. `withRuns` refines the
    median of several runs. A refinement that takes longer than about a second becomes an operation
    (202) on the norms as they are now; its `result` is the schedule.

    Args:
        run_id (str):
        unit (CreateRefinedScheduleUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateRefinedScheduleLastBatch | Unset):
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (ScheduleCreate | Unset): How to refine the norms of the run; and a name for the
            schedule.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Operation | ProblemDetails | Schedule]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        body=body,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: ScheduleCreate | Unset = UNSET,
    unit: CreateRefinedScheduleUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateRefinedScheduleLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Operation | ProblemDetails | Schedule | None:
    """Refine the gradient norms of a run into a schedule, and store it.

     The same options on the same norms give the same schedule: a repetition answers 200 with the
    existing one. The schedule takes the peak learning rate that the run has now. `withRuns` refines the
    median of several runs. A refinement that takes longer than about a second becomes an operation
    (202) on the norms as they are now; its `result` is the schedule.

    Args:
        run_id (str):
        unit (CreateRefinedScheduleUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateRefinedScheduleLastBatch | Unset):
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (ScheduleCreate | Unset): How to refine the norms of the run; and a name for the
            schedule.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Operation | ProblemDetails | Schedule
    """

    return sync_detailed(
        run_id=run_id,
        client=client,
        body=body,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: ScheduleCreate | Unset = UNSET,
    unit: CreateRefinedScheduleUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateRefinedScheduleLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[Operation | ProblemDetails | Schedule]:
    """Refine the gradient norms of a run into a schedule, and store it.

     The same options on the same norms give the same schedule: a repetition answers 200 with the
    existing one. The schedule takes the peak learning rate that the run has now. `withRuns` refines the
    median of several runs. A refinement that takes longer than about a second becomes an operation
    (202) on the norms as they are now; its `result` is the schedule.

    Args:
        run_id (str):
        unit (CreateRefinedScheduleUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateRefinedScheduleLastBatch | Unset):
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (ScheduleCreate | Unset): How to refine the norms of the run; and a name for the
            schedule.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Operation | ProblemDetails | Schedule]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        body=body,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: ScheduleCreate | Unset = UNSET,
    unit: CreateRefinedScheduleUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateRefinedScheduleLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Operation | ProblemDetails | Schedule | None:
    """Refine the gradient norms of a run into a schedule, and store it.

     The same options on the same norms give the same schedule: a repetition answers 200 with the
    existing one. The schedule takes the peak learning rate that the run has now. `withRuns` refines the
    median of several runs. A refinement that takes longer than about a second becomes an operation
    (202) on the norms as they are now; its `result` is the schedule.

    Args:
        run_id (str):
        unit (CreateRefinedScheduleUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateRefinedScheduleLastBatch | Unset):
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (ScheduleCreate | Unset): How to refine the norms of the run; and a name for the
            schedule.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Operation | ProblemDetails | Schedule
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            client=client,
            body=body,
            unit=unit,
            gradient_accumulation=gradient_accumulation,
            world_size=world_size,
            batch_size=batch_size,
            sequence_length=sequence_length,
            dataset_size=dataset_size,
            last_batch=last_batch,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
