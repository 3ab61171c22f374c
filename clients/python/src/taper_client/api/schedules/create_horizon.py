from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.create_horizon_last_batch import (
    CreateHorizonLastBatch,
)
from ...models.create_horizon_unit import CreateHorizonUnit
from ...models.horizon_create import HorizonCreate
from ...models.problem_details import ProblemDetails
from ...models.schedule import Schedule
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    body: HorizonCreate,
    unit: CreateHorizonUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateHorizonLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

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
        "url": "/v1/schedules/{id}/horizons".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemDetails | Schedule | None:
    if response.status_code == 201:
        response_201 = Schedule.from_dict(response.json())

        return response_201

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
) -> Response[ProblemDetails | Schedule]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: HorizonCreate,
    unit: CreateHorizonUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateHorizonLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[ProblemDetails | Schedule]:
    """Make a schedule longer or shorter, and store the new one.

     For a run in progress: the multipliers of past steps stay. The new schedule is chosen so that a
    tuned peak learning rate stays right, by γ*, the base learning rate with the least general bound on
    the norms of the run (or on constant norms, if there are none). If multipliers would exceed 1, the
    peak learning rate is raised instead. Each call makes a new schedule.

    Args:
        id (str):
        unit (CreateHorizonUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateHorizonLastBatch | Unset):
        idempotency_key (str | Unset):
        body (HorizonCreate): A new length for a run in progress.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | Schedule]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: HorizonCreate,
    unit: CreateHorizonUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateHorizonLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> ProblemDetails | Schedule | None:
    """Make a schedule longer or shorter, and store the new one.

     For a run in progress: the multipliers of past steps stay. The new schedule is chosen so that a
    tuned peak learning rate stays right, by γ*, the base learning rate with the least general bound on
    the norms of the run (or on constant norms, if there are none). If multipliers would exceed 1, the
    peak learning rate is raised instead. Each call makes a new schedule.

    Args:
        id (str):
        unit (CreateHorizonUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateHorizonLastBatch | Unset):
        idempotency_key (str | Unset):
        body (HorizonCreate): A new length for a run in progress.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | Schedule
    """

    return sync_detailed(
        id=id,
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
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: HorizonCreate,
    unit: CreateHorizonUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateHorizonLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> Response[ProblemDetails | Schedule]:
    """Make a schedule longer or shorter, and store the new one.

     For a run in progress: the multipliers of past steps stay. The new schedule is chosen so that a
    tuned peak learning rate stays right, by γ*, the base learning rate with the least general bound on
    the norms of the run (or on constant norms, if there are none). If multipliers would exceed 1, the
    peak learning rate is raised instead. Each call makes a new schedule.

    Args:
        id (str):
        unit (CreateHorizonUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateHorizonLastBatch | Unset):
        idempotency_key (str | Unset):
        body (HorizonCreate): A new length for a run in progress.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | Schedule]
    """

    kwargs = _get_kwargs(
        id=id,
        body=body,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    body: HorizonCreate,
    unit: CreateHorizonUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: CreateHorizonLastBatch | Unset = UNSET,
    idempotency_key: str | Unset = UNSET,
) -> ProblemDetails | Schedule | None:
    """Make a schedule longer or shorter, and store the new one.

     For a run in progress: the multipliers of past steps stay. The new schedule is chosen so that a
    tuned peak learning rate stays right, by γ*, the base learning rate with the least general bound on
    the norms of the run (or on constant norms, if there are none). If multipliers would exceed 1, the
    peak learning rate is raised instead. Each call makes a new schedule.

    Args:
        id (str):
        unit (CreateHorizonUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (CreateHorizonLastBatch | Unset):
        idempotency_key (str | Unset):
        body (HorizonCreate): A new length for a run in progress.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | Schedule
    """

    return (
        await asyncio_detailed(
            id=id,
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
        )
    ).parsed
