from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.export_schedule_form import (
    ExportScheduleForm,
)
from ...models.export_schedule_response_200 import ExportScheduleResponse200
from ...models.problem_details import ProblemDetails
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    target: str,
    *,
    form: ExportScheduleForm | Unset = UNSET,
    tolerance: float | Unset = UNSET,
    peak_learning_rate: float | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    maximum_batch_size: int | Unset = UNSET,
    checkpoints: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    json_form: str | Unset = UNSET
    if not isinstance(form, Unset):
        json_form = form

    params["form"] = json_form

    params["tolerance"] = tolerance

    params["peakLearningRate"] = peak_learning_rate

    params["batchSize"] = batch_size

    params["maximumBatchSize"] = maximum_batch_size

    params["checkpoints"] = checkpoints

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/schedules/{id}/exports/{target}".format(
            id=quote(str(id), safe=""),
            target=quote(str(target), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ExportScheduleResponse200 | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = ExportScheduleResponse200.from_dict(response.json())

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

    if response.status_code == 409:
        response_409 = ProblemDetails.from_dict(response.json())

        return response_409

    if response.status_code == 413:
        response_413 = ProblemDetails.from_dict(response.json())

        return response_413

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
) -> Response[Any | ExportScheduleResponse200 | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    id: str,
    target: str,
    *,
    client: AuthenticatedClient | Client,
    form: ExportScheduleForm | Unset = UNSET,
    tolerance: float | Unset = UNSET,
    peak_learning_rate: float | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    maximum_batch_size: int | Unset = UNSET,
    checkpoints: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ExportScheduleResponse200 | ProblemDetails]:
    """Export a schedule as code or settings for a framework.

     Returns a file to save or paste. Its code gives the multiplier of every step, from 0, to 1e-6; past
    the end, the last one. With `tolerance` the file is shorter and less exact. Targets with only a few
    shapes (megatron, deepspeed) get the nearest one, with its error. batch-ramp and merge-weights
    realise a schedule otherwise: part of its decay as a growing batch, or as a weighted sum of
    checkpoints.

    Args:
        id (str):
        target (str):
        form (ExportScheduleForm | Unset):
        tolerance (float | Unset):
        peak_learning_rate (float | Unset):
        batch_size (int | Unset):
        maximum_batch_size (int | Unset):
        checkpoints (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ExportScheduleResponse200 | ProblemDetails]
    """

    kwargs = _get_kwargs(
        id=id,
        target=target,
        form=form,
        tolerance=tolerance,
        peak_learning_rate=peak_learning_rate,
        batch_size=batch_size,
        maximum_batch_size=maximum_batch_size,
        checkpoints=checkpoints,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    target: str,
    *,
    client: AuthenticatedClient | Client,
    form: ExportScheduleForm | Unset = UNSET,
    tolerance: float | Unset = UNSET,
    peak_learning_rate: float | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    maximum_batch_size: int | Unset = UNSET,
    checkpoints: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ExportScheduleResponse200 | ProblemDetails | None:
    """Export a schedule as code or settings for a framework.

     Returns a file to save or paste. Its code gives the multiplier of every step, from 0, to 1e-6; past
    the end, the last one. With `tolerance` the file is shorter and less exact. Targets with only a few
    shapes (megatron, deepspeed) get the nearest one, with its error. batch-ramp and merge-weights
    realise a schedule otherwise: part of its decay as a growing batch, or as a weighted sum of
    checkpoints.

    Args:
        id (str):
        target (str):
        form (ExportScheduleForm | Unset):
        tolerance (float | Unset):
        peak_learning_rate (float | Unset):
        batch_size (int | Unset):
        maximum_batch_size (int | Unset):
        checkpoints (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ExportScheduleResponse200 | ProblemDetails
    """

    return sync_detailed(
        id=id,
        target=target,
        client=client,
        form=form,
        tolerance=tolerance,
        peak_learning_rate=peak_learning_rate,
        batch_size=batch_size,
        maximum_batch_size=maximum_batch_size,
        checkpoints=checkpoints,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    id: str,
    target: str,
    *,
    client: AuthenticatedClient | Client,
    form: ExportScheduleForm | Unset = UNSET,
    tolerance: float | Unset = UNSET,
    peak_learning_rate: float | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    maximum_batch_size: int | Unset = UNSET,
    checkpoints: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ExportScheduleResponse200 | ProblemDetails]:
    """Export a schedule as code or settings for a framework.

     Returns a file to save or paste. Its code gives the multiplier of every step, from 0, to 1e-6; past
    the end, the last one. With `tolerance` the file is shorter and less exact. Targets with only a few
    shapes (megatron, deepspeed) get the nearest one, with its error. batch-ramp and merge-weights
    realise a schedule otherwise: part of its decay as a growing batch, or as a weighted sum of
    checkpoints.

    Args:
        id (str):
        target (str):
        form (ExportScheduleForm | Unset):
        tolerance (float | Unset):
        peak_learning_rate (float | Unset):
        batch_size (int | Unset):
        maximum_batch_size (int | Unset):
        checkpoints (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ExportScheduleResponse200 | ProblemDetails]
    """

    kwargs = _get_kwargs(
        id=id,
        target=target,
        form=form,
        tolerance=tolerance,
        peak_learning_rate=peak_learning_rate,
        batch_size=batch_size,
        maximum_batch_size=maximum_batch_size,
        checkpoints=checkpoints,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    target: str,
    *,
    client: AuthenticatedClient | Client,
    form: ExportScheduleForm | Unset = UNSET,
    tolerance: float | Unset = UNSET,
    peak_learning_rate: float | Unset = UNSET,
    batch_size: int | Unset = UNSET,
    maximum_batch_size: int | Unset = UNSET,
    checkpoints: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ExportScheduleResponse200 | ProblemDetails | None:
    """Export a schedule as code or settings for a framework.

     Returns a file to save or paste. Its code gives the multiplier of every step, from 0, to 1e-6; past
    the end, the last one. With `tolerance` the file is shorter and less exact. Targets with only a few
    shapes (megatron, deepspeed) get the nearest one, with its error. batch-ramp and merge-weights
    realise a schedule otherwise: part of its decay as a growing batch, or as a weighted sum of
    checkpoints.

    Args:
        id (str):
        target (str):
        form (ExportScheduleForm | Unset):
        tolerance (float | Unset):
        peak_learning_rate (float | Unset):
        batch_size (int | Unset):
        maximum_batch_size (int | Unset):
        checkpoints (str | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ExportScheduleResponse200 | ProblemDetails
    """

    return (
        await asyncio_detailed(
            id=id,
            target=target,
            client=client,
            form=form,
            tolerance=tolerance,
            peak_learning_rate=peak_learning_rate,
            batch_size=batch_size,
            maximum_batch_size=maximum_batch_size,
            checkpoints=checkpoints,
            if_none_match=if_none_match,
        )
    ).parsed
