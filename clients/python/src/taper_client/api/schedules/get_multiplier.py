from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.get_multiplier_last_batch import (
    GetMultiplierLastBatch,
)
from ...models.get_multiplier_unit import GetMultiplierUnit
from ...models.problem_details import ProblemDetails
from ...models.step_multiplier import StepMultiplier
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    step: float,
    *,
    peak_learning_rate: float | Unset = UNSET,
    unit: GetMultiplierUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: GetMultiplierLastBatch | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["peakLearningRate"] = peak_learning_rate

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
        "method": "get",
        "url": "/v1/schedules/{id}/multipliers/{step}".format(
            id=quote(str(id), safe=""),
            step=quote(str(step), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ProblemDetails | StepMultiplier | None:
    if response.status_code == 200:
        response_200 = StepMultiplier.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

    if response.status_code == 400:
        response_400 = ProblemDetails.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ProblemDetails.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = ProblemDetails.from_dict(response.json())

        return response_404

    if response.status_code == 406:
        response_406 = ProblemDetails.from_dict(response.json())

        return response_406

    if response.status_code == 408:
        response_408 = ProblemDetails.from_dict(response.json())

        return response_408

    if response.status_code == 421:
        response_421 = ProblemDetails.from_dict(response.json())

        return response_421

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
) -> Response[Any | ProblemDetails | StepMultiplier]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    step: float,
    *,
    client: AuthenticatedClient | Client,
    peak_learning_rate: float | Unset = UNSET,
    unit: GetMultiplierUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: GetMultiplierLastBatch | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | StepMultiplier]:
    """Get the multiplier of a step.

     Fast enough to call at every step. Past the end, returns the last multiplier with `clamped: true`.
    With `?unit=`, `step` is a position in batches, samples, tokens or epochs; the answer has the
    optimizer step in progress at that position.

    Args:
        id (str):
        step (float):
        peak_learning_rate (float | Unset):
        unit (GetMultiplierUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (GetMultiplierLastBatch | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | StepMultiplier]
    """

    kwargs = _get_kwargs(
        id=id,
        step=step,
        peak_learning_rate=peak_learning_rate,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    step: float,
    *,
    client: AuthenticatedClient | Client,
    peak_learning_rate: float | Unset = UNSET,
    unit: GetMultiplierUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: GetMultiplierLastBatch | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | StepMultiplier | None:
    """Get the multiplier of a step.

     Fast enough to call at every step. Past the end, returns the last multiplier with `clamped: true`.
    With `?unit=`, `step` is a position in batches, samples, tokens or epochs; the answer has the
    optimizer step in progress at that position.

    Args:
        id (str):
        step (float):
        peak_learning_rate (float | Unset):
        unit (GetMultiplierUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (GetMultiplierLastBatch | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | StepMultiplier
    """

    return sync_detailed(
        id=id,
        step=step,
        client=client,
        peak_learning_rate=peak_learning_rate,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    id: str,
    step: float,
    *,
    client: AuthenticatedClient | Client,
    peak_learning_rate: float | Unset = UNSET,
    unit: GetMultiplierUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: GetMultiplierLastBatch | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | StepMultiplier]:
    """Get the multiplier of a step.

     Fast enough to call at every step. Past the end, returns the last multiplier with `clamped: true`.
    With `?unit=`, `step` is a position in batches, samples, tokens or epochs; the answer has the
    optimizer step in progress at that position.

    Args:
        id (str):
        step (float):
        peak_learning_rate (float | Unset):
        unit (GetMultiplierUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (GetMultiplierLastBatch | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | StepMultiplier]
    """

    kwargs = _get_kwargs(
        id=id,
        step=step,
        peak_learning_rate=peak_learning_rate,
        unit=unit,
        gradient_accumulation=gradient_accumulation,
        world_size=world_size,
        batch_size=batch_size,
        sequence_length=sequence_length,
        dataset_size=dataset_size,
        last_batch=last_batch,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    step: float,
    *,
    client: AuthenticatedClient | Client,
    peak_learning_rate: float | Unset = UNSET,
    unit: GetMultiplierUnit | Unset = UNSET,
    gradient_accumulation: int | Unset = UNSET,
    world_size: int | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    sequence_length: int | Unset = UNSET,
    dataset_size: int | Unset = UNSET,
    last_batch: GetMultiplierLastBatch | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | StepMultiplier | None:
    """Get the multiplier of a step.

     Fast enough to call at every step. Past the end, returns the last multiplier with `clamped: true`.
    With `?unit=`, `step` is a position in batches, samples, tokens or epochs; the answer has the
    optimizer step in progress at that position.

    Args:
        id (str):
        step (float):
        peak_learning_rate (float | Unset):
        unit (GetMultiplierUnit | Unset):
        gradient_accumulation (int | Unset):
        world_size (int | Unset):
        batch_size (int | Unset):
        sequence_length (int | Unset):
        dataset_size (int | Unset):
        last_batch (GetMultiplierLastBatch | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | StepMultiplier
    """

    return (
        await asyncio_detailed(
            id=id,
            step=step,
            client=client,
            peak_learning_rate=peak_learning_rate,
            unit=unit,
            gradient_accumulation=gradient_accumulation,
            world_size=world_size,
            batch_size=batch_size,
            sequence_length=sequence_length,
            dataset_size=dataset_size,
            last_batch=last_batch,
            if_none_match=if_none_match,
        )
    ).parsed
