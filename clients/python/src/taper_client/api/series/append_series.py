from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.append_series_on_conflict import (
    AppendSeriesOnConflict,
)
from ...models.even_series_log import EvenSeriesLog
from ...models.problem_details import ProblemDetails
from ...models.series_receipt import SeriesReceipt
from ...models.stepped_series_log import SteppedSeriesLog
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    *,
    body: EvenSeriesLog | SteppedSeriesLog,
    resume_from: int | Unset = UNSET,
    on_conflict: AppendSeriesOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    params: dict[str, Any] = {}

    params["resumeFrom"] = resume_from

    json_on_conflict: str | Unset = UNSET
    if not isinstance(on_conflict, Unset):
        json_on_conflict = on_conflict

    params["onConflict"] = json_on_conflict

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/runs/{run_id}/series".format(
            run_id=quote(str(run_id), safe=""),
        ),
        "params": params,
    }

    if isinstance(body, EvenSeriesLog):
        _kwargs["json"] = body.to_dict()
    else:
        _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemDetails | SeriesReceipt | None:
    if response.status_code == 200:
        response_200 = SeriesReceipt.from_dict(response.json())

        return response_200

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
) -> Response[ProblemDetails | SeriesReceipt]:
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
    body: EvenSeriesLog | SteppedSeriesLog,
    resume_from: int | Unset = UNSET,
    on_conflict: AppendSeriesOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
) -> Response[ProblemDetails | SeriesReceipt]:
    """Log several series at once.

     Stores all points of a request in one transaction, or none. 200 means that they are on disk. A retry
    is safe: a point that is already stored with the same value counts as a duplicate. Steps must
    increase within a request; requests may come in any order. Without `startStep`, values start at step
    0 where a series is empty; otherwise they must repeat what is stored. Names are exact: another
    column or field is an error.

    Args:
        run_id (str):
        resume_from (int | Unset):
        on_conflict (AppendSeriesOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        body (EvenSeriesLog | SteppedSeriesLog): Points of several series on one step axis.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | SeriesReceipt]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        body=body,
        resume_from=resume_from,
        on_conflict=on_conflict,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: EvenSeriesLog | SteppedSeriesLog,
    resume_from: int | Unset = UNSET,
    on_conflict: AppendSeriesOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
) -> ProblemDetails | SeriesReceipt | None:
    """Log several series at once.

     Stores all points of a request in one transaction, or none. 200 means that they are on disk. A retry
    is safe: a point that is already stored with the same value counts as a duplicate. Steps must
    increase within a request; requests may come in any order. Without `startStep`, values start at step
    0 where a series is empty; otherwise they must repeat what is stored. Names are exact: another
    column or field is an error.

    Args:
        run_id (str):
        resume_from (int | Unset):
        on_conflict (AppendSeriesOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        body (EvenSeriesLog | SteppedSeriesLog): Points of several series on one step axis.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | SeriesReceipt
    """

    return sync_detailed(
        run_id=run_id,
        client=client,
        body=body,
        resume_from=resume_from,
        on_conflict=on_conflict,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: EvenSeriesLog | SteppedSeriesLog,
    resume_from: int | Unset = UNSET,
    on_conflict: AppendSeriesOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
) -> Response[ProblemDetails | SeriesReceipt]:
    """Log several series at once.

     Stores all points of a request in one transaction, or none. 200 means that they are on disk. A retry
    is safe: a point that is already stored with the same value counts as a duplicate. Steps must
    increase within a request; requests may come in any order. Without `startStep`, values start at step
    0 where a series is empty; otherwise they must repeat what is stored. Names are exact: another
    column or field is an error.

    Args:
        run_id (str):
        resume_from (int | Unset):
        on_conflict (AppendSeriesOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        body (EvenSeriesLog | SteppedSeriesLog): Points of several series on one step axis.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | SeriesReceipt]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        body=body,
        resume_from=resume_from,
        on_conflict=on_conflict,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: EvenSeriesLog | SteppedSeriesLog,
    resume_from: int | Unset = UNSET,
    on_conflict: AppendSeriesOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
) -> ProblemDetails | SeriesReceipt | None:
    """Log several series at once.

     Stores all points of a request in one transaction, or none. 200 means that they are on disk. A retry
    is safe: a point that is already stored with the same value counts as a duplicate. Steps must
    increase within a request; requests may come in any order. Without `startStep`, values start at step
    0 where a series is empty; otherwise they must repeat what is stored. Names are exact: another
    column or field is an error.

    Args:
        run_id (str):
        resume_from (int | Unset):
        on_conflict (AppendSeriesOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        body (EvenSeriesLog | SteppedSeriesLog): Points of several series on one step axis.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | SeriesReceipt
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            client=client,
            body=body,
            resume_from=resume_from,
            on_conflict=on_conflict,
            idempotency_key=idempotency_key,
        )
    ).parsed
