from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.golden_runs import GoldenRuns
from ...models.problem_details import ProblemDetails
from ...types import Response


def _get_kwargs(
    name: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/optimizers/{name}/golden".format(
            name=quote(str(name), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> GoldenRuns | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = GoldenRuns.from_dict(response.json())

        return response_200

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
) -> Response[GoldenRuns | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    name: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GoldenRuns | ProblemDetails]:
    """Get golden runs, to test a port.

     Returns recorded runs of the official code, with where it is from: each as the request of a replay
    and what must come back. Send `request` to your port, or to POST /v1/optimizers/{name}/replay, and
    compare with `expected`: in float64 they agree to 1e-11, relative to the largest entry of a tensor.

    Args:
        name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GoldenRuns | ProblemDetails]
    """

    kwargs = _get_kwargs(
        name=name,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    name: str,
    *,
    client: AuthenticatedClient | Client,
) -> GoldenRuns | ProblemDetails | None:
    """Get golden runs, to test a port.

     Returns recorded runs of the official code, with where it is from: each as the request of a replay
    and what must come back. Send `request` to your port, or to POST /v1/optimizers/{name}/replay, and
    compare with `expected`: in float64 they agree to 1e-11, relative to the largest entry of a tensor.

    Args:
        name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GoldenRuns | ProblemDetails
    """

    return sync_detailed(
        name=name,
        client=client,
    ).parsed


async def asyncio_detailed(
    name: str,
    *,
    client: AuthenticatedClient | Client,
) -> Response[GoldenRuns | ProblemDetails]:
    """Get golden runs, to test a port.

     Returns recorded runs of the official code, with where it is from: each as the request of a replay
    and what must come back. Send `request` to your port, or to POST /v1/optimizers/{name}/replay, and
    compare with `expected`: in float64 they agree to 1e-11, relative to the largest entry of a tensor.

    Args:
        name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[GoldenRuns | ProblemDetails]
    """

    kwargs = _get_kwargs(
        name=name,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    name: str,
    *,
    client: AuthenticatedClient | Client,
) -> GoldenRuns | ProblemDetails | None:
    """Get golden runs, to test a port.

     Returns recorded runs of the official code, with where it is from: each as the request of a replay
    and what must come back. Send `request` to your port, or to POST /v1/optimizers/{name}/replay, and
    compare with `expected`: in float64 they agree to 1e-11, relative to the largest entry of a tensor.

    Args:
        name (str):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        GoldenRuns | ProblemDetails
    """

    return (
        await asyncio_detailed(
            name=name,
            client=client,
        )
    ).parsed
