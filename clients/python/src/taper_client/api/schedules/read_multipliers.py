from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.multipliers import Multipliers
from ...models.problem_details import ProblemDetails
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["fromStep"] = from_step

    params["toStep"] = to_step

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/schedules/{id}/multipliers".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Multipliers | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = Multipliers.from_dict(response.json())

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
) -> Response[Any | Multipliers | ProblemDetails]:
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
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Multipliers | ProblemDetails]:
    """Read the multipliers of a schedule.

     Returns one multiplier per optimizer step, from `fromStep` on. The learning rate is the peak times
    the multiplier. Multipliers never change. application/octet-stream is float64, little-endian;
    safetensors has one float64 tensor, `multipliers`.

    Args:
        id (str):
        from_step (int | Unset):
        to_step (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Multipliers | ProblemDetails]
    """

    kwargs = _get_kwargs(
        id=id,
        from_step=from_step,
        to_step=to_step,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Multipliers | ProblemDetails | None:
    """Read the multipliers of a schedule.

     Returns one multiplier per optimizer step, from `fromStep` on. The learning rate is the peak times
    the multiplier. Multipliers never change. application/octet-stream is float64, little-endian;
    safetensors has one float64 tensor, `multipliers`.

    Args:
        id (str):
        from_step (int | Unset):
        to_step (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Multipliers | ProblemDetails
    """

    return sync_detailed(
        id=id,
        client=client,
        from_step=from_step,
        to_step=to_step,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Multipliers | ProblemDetails]:
    """Read the multipliers of a schedule.

     Returns one multiplier per optimizer step, from `fromStep` on. The learning rate is the peak times
    the multiplier. Multipliers never change. application/octet-stream is float64, little-endian;
    safetensors has one float64 tensor, `multipliers`.

    Args:
        id (str):
        from_step (int | Unset):
        to_step (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Multipliers | ProblemDetails]
    """

    kwargs = _get_kwargs(
        id=id,
        from_step=from_step,
        to_step=to_step,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Multipliers | ProblemDetails | None:
    """Read the multipliers of a schedule.

     Returns one multiplier per optimizer step, from `fromStep` on. The learning rate is the peak times
    the multiplier. Multipliers never change. application/octet-stream is float64, little-endian;
    safetensors has one float64 tensor, `multipliers`.

    Args:
        id (str):
        from_step (int | Unset):
        to_step (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Multipliers | ProblemDetails
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            from_step=from_step,
            to_step=to_step,
            if_none_match=if_none_match,
        )
    ).parsed
