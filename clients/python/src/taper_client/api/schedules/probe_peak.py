from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.probe import Probe
from ...models.probe_request import ProbeRequest
from ...models.problem_details import ProblemDetails
from ...types import Response


def _get_kwargs(
    *,
    body: ProbeRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/probes",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Probe | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = Probe.from_dict(response.json())

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
) -> Response[Probe | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ProbeRequest,
) -> Response[Probe | ProblemDetails]:
    """Read the peak for Adam and AdamW from a short run of Prodigy or D-Adaptation.

     Takes the series `distance` of a run, d, and its `learning-rate`. Where d has settled, its median
    over the last third times the largest rate is the peak; where it grows by 1 % or more in 100 steps,
    there is none, and `detail` says why. The shape is refined from the norms of the same run. Stores
    nothing.

    Args:
        body (ProbeRequest): A run that has logged d as its series `distance`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Probe | ProblemDetails]
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
    body: ProbeRequest,
) -> Probe | ProblemDetails | None:
    """Read the peak for Adam and AdamW from a short run of Prodigy or D-Adaptation.

     Takes the series `distance` of a run, d, and its `learning-rate`. Where d has settled, its median
    over the last third times the largest rate is the peak; where it grows by 1 % or more in 100 steps,
    there is none, and `detail` says why. The shape is refined from the norms of the same run. Stores
    nothing.

    Args:
        body (ProbeRequest): A run that has logged d as its series `distance`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Probe | ProblemDetails
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ProbeRequest,
) -> Response[Probe | ProblemDetails]:
    """Read the peak for Adam and AdamW from a short run of Prodigy or D-Adaptation.

     Takes the series `distance` of a run, d, and its `learning-rate`. Where d has settled, its median
    over the last third times the largest rate is the peak; where it grows by 1 % or more in 100 steps,
    there is none, and `detail` says why. The shape is refined from the norms of the same run. Stores
    nothing.

    Args:
        body (ProbeRequest): A run that has logged d as its series `distance`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Probe | ProblemDetails]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ProbeRequest,
) -> Probe | ProblemDetails | None:
    """Read the peak for Adam and AdamW from a short run of Prodigy or D-Adaptation.

     Takes the series `distance` of a run, d, and its `learning-rate`. Where d has settled, its median
    over the last third times the largest rate is the peak; where it grows by 1 % or more in 100 steps,
    there is none, and `detail` says why. The shape is refined from the norms of the same run. Stores
    nothing.

    Args:
        body (ProbeRequest): A run that has logged d as its series `distance`.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Probe | ProblemDetails
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
