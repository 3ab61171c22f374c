from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.operation import Operation
from ...models.problem_details import ProblemDetails
from ...models.refinement import Refinement
from ...models.refinement_request import RefinementRequest
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: RefinementRequest,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/refinements",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Operation | ProblemDetails | Refinement | None:
    if response.status_code == 200:
        response_200 = Refinement.from_dict(response.json())

        return response_200

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
) -> Response[Operation | ProblemDetails | Refinement]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RefinementRequest,
    prefer: str | Unset = UNSET,
) -> Response[Operation | ProblemDetails | Refinement]:
    """Refine gradient norms into a schedule, without storing it.

     Takes norms from the body, one per step, or from a run, or from several runs. For several runs,
    scales each to the median of their scales, aligns them by fraction of their extent and refines the
    median; the report then has `runs` and `band`. A refinement that takes longer than about a second
    becomes an operation (202), whose `result` is the refinement.

    Args:
        prefer (str | Unset):
        body (RefinementRequest): Norms, or the id of one or several runs; and how to refine them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Operation | ProblemDetails | Refinement]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: RefinementRequest,
    prefer: str | Unset = UNSET,
) -> Operation | ProblemDetails | Refinement | None:
    """Refine gradient norms into a schedule, without storing it.

     Takes norms from the body, one per step, or from a run, or from several runs. For several runs,
    scales each to the median of their scales, aligns them by fraction of their extent and refines the
    median; the report then has `runs` and `band`. A refinement that takes longer than about a second
    becomes an operation (202), whose `result` is the refinement.

    Args:
        prefer (str | Unset):
        body (RefinementRequest): Norms, or the id of one or several runs; and how to refine them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Operation | ProblemDetails | Refinement
    """

    return sync_detailed(
        client=client,
        body=body,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: RefinementRequest,
    prefer: str | Unset = UNSET,
) -> Response[Operation | ProblemDetails | Refinement]:
    """Refine gradient norms into a schedule, without storing it.

     Takes norms from the body, one per step, or from a run, or from several runs. For several runs,
    scales each to the median of their scales, aligns them by fraction of their extent and refines the
    median; the report then has `runs` and `band`. A refinement that takes longer than about a second
    becomes an operation (202), whose `result` is the refinement.

    Args:
        prefer (str | Unset):
        body (RefinementRequest): Norms, or the id of one or several runs; and how to refine them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Operation | ProblemDetails | Refinement]
    """

    kwargs = _get_kwargs(
        body=body,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: RefinementRequest,
    prefer: str | Unset = UNSET,
) -> Operation | ProblemDetails | Refinement | None:
    """Refine gradient norms into a schedule, without storing it.

     Takes norms from the body, one per step, or from a run, or from several runs. For several runs,
    scales each to the median of their scales, aligns them by fraction of their extent and refines the
    median; the report then has `runs` and `band`. A refinement that takes longer than about a second
    becomes an operation (202), whose `result` is the refinement.

    Args:
        prefer (str | Unset):
        body (RefinementRequest): Norms, or the id of one or several runs; and how to refine them.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Operation | ProblemDetails | Refinement
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            prefer=prefer,
        )
    ).parsed
