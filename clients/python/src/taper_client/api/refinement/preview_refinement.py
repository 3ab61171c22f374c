from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_details import ProblemDetails
from ...models.refinement_preview import RefinementPreview
from ...models.refinement_preview_options import RefinementPreviewOptions
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    *,
    body: RefinementPreviewOptions | Unset = UNSET,
    points: int | Unset = 1000,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["points"] = points

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/runs/{run_id}/refinements/preview".format(
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
) -> ProblemDetails | RefinementPreview | None:
    if response.status_code == 200:
        response_200 = RefinementPreview.from_dict(response.json())

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
) -> Response[ProblemDetails | RefinementPreview]:
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
    body: RefinementPreviewOptions | Unset = UNSET,
    points: int | Unset = 1000,
) -> Response[ProblemDetails | RefinementPreview]:
    """Refine the gradient norms of a run, to be drawn.

     The multipliers, the filtered norms, and the filtered losses where some are read beside them, at
    `points` steps at most, first and last among them, and the whole report: what a chart needs to
    follow an option as it is moved. Stores nothing.

    Args:
        run_id (str):
        points (int | Unset):  Default: 1000.
        body (RefinementPreviewOptions | Unset): How to refine. Every field may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | RefinementPreview]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        body=body,
        points=points,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: RefinementPreviewOptions | Unset = UNSET,
    points: int | Unset = 1000,
) -> ProblemDetails | RefinementPreview | None:
    """Refine the gradient norms of a run, to be drawn.

     The multipliers, the filtered norms, and the filtered losses where some are read beside them, at
    `points` steps at most, first and last among them, and the whole report: what a chart needs to
    follow an option as it is moved. Stores nothing.

    Args:
        run_id (str):
        points (int | Unset):  Default: 1000.
        body (RefinementPreviewOptions | Unset): How to refine. Every field may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | RefinementPreview
    """

    return sync_detailed(
        run_id=run_id,
        client=client,
        body=body,
        points=points,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: RefinementPreviewOptions | Unset = UNSET,
    points: int | Unset = 1000,
) -> Response[ProblemDetails | RefinementPreview]:
    """Refine the gradient norms of a run, to be drawn.

     The multipliers, the filtered norms, and the filtered losses where some are read beside them, at
    `points` steps at most, first and last among them, and the whole report: what a chart needs to
    follow an option as it is moved. Stores nothing.

    Args:
        run_id (str):
        points (int | Unset):  Default: 1000.
        body (RefinementPreviewOptions | Unset): How to refine. Every field may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | RefinementPreview]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        body=body,
        points=points,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    body: RefinementPreviewOptions | Unset = UNSET,
    points: int | Unset = 1000,
) -> ProblemDetails | RefinementPreview | None:
    """Refine the gradient norms of a run, to be drawn.

     The multipliers, the filtered norms, and the filtered losses where some are read beside them, at
    `points` steps at most, first and last among them, and the whole report: what a chart needs to
    follow an option as it is moved. Stores nothing.

    Args:
        run_id (str):
        points (int | Unset):  Default: 1000.
        body (RefinementPreviewOptions | Unset): How to refine. Every field may be left out.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | RefinementPreview
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            client=client,
            body=body,
            points=points,
        )
    ).parsed
