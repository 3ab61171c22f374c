from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_details import ProblemDetails
from ...models.retention import Retention
from ...models.retention_update import RetentionUpdate
from ...types import Response


def _get_kwargs(
    *,
    body: RetentionUpdate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/v1/retention",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemDetails | Retention | None:
    if response.status_code == 200:
        response_200 = Retention.from_dict(response.json())

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

    if response.status_code == 406:
        response_406 = ProblemDetails.from_dict(response.json())

        return response_406

    if response.status_code == 408:
        response_408 = ProblemDetails.from_dict(response.json())

        return response_408

    if response.status_code == 413:
        response_413 = ProblemDetails.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemDetails.from_dict(response.json())

        return response_415

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
) -> Response[ProblemDetails | Retention]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RetentionUpdate,
) -> Response[ProblemDetails | Retention]:
    """Set how long superseded points are kept.

     Holds for the project of the key, in place of TAPER_SUPERSEDED_DAYS. A sweep every six hours removes
    what has been kept long enough, and has PostgreSQL clear what deleted runs left in its files. What
    was removed cannot be brought back but from a backup.

    Args:
        body (RetentionUpdate): How long a project keeps superseded points.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | Retention]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: RetentionUpdate,
) -> ProblemDetails | Retention | None:
    """Set how long superseded points are kept.

     Holds for the project of the key, in place of TAPER_SUPERSEDED_DAYS. A sweep every six hours removes
    what has been kept long enough, and has PostgreSQL clear what deleted runs left in its files. What
    was removed cannot be brought back but from a backup.

    Args:
        body (RetentionUpdate): How long a project keeps superseded points.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | Retention
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RetentionUpdate,
) -> Response[ProblemDetails | Retention]:
    """Set how long superseded points are kept.

     Holds for the project of the key, in place of TAPER_SUPERSEDED_DAYS. A sweep every six hours removes
    what has been kept long enough, and has PostgreSQL clear what deleted runs left in its files. What
    was removed cannot be brought back but from a backup.

    Args:
        body (RetentionUpdate): How long a project keeps superseded points.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | Retention]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: RetentionUpdate,
) -> ProblemDetails | Retention | None:
    """Set how long superseded points are kept.

     Holds for the project of the key, in place of TAPER_SUPERSEDED_DAYS. A sweep every six hours removes
    what has been kept long enough, and has PostgreSQL clear what deleted runs left in its files. What
    was removed cannot be brought back but from a backup.

    Args:
        body (RetentionUpdate): How long a project keeps superseded points.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | Retention
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
