from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_details import ProblemDetails
from ...models.report_run_norm import ReportRunNorm
from ...models.report_run_preset import ReportRunPreset
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    *,
    norm: ReportRunNorm | Unset = UNSET,
    preset: ReportRunPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    json_norm: str | Unset = UNSET
    if not isinstance(norm, Unset):
        json_norm = norm

    params["norm"] = json_norm

    json_preset: str | Unset = UNSET
    if not isinstance(preset, Unset):
        json_preset = preset

    params["preset"] = json_preset

    params["steps"] = steps

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/runs/{run_id}/report".format(
            run_id=quote(str(run_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ProblemDetails | str | None:
    if response.status_code == 200:
        response_200 = response.text
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
) -> Response[Any | ProblemDetails | str]:
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
    norm: ReportRunNorm | Unset = UNSET,
    preset: ReportRunPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | str]:
    """Write a report of a run.

     One HTML file with everything in it, for a browser, a mail or a printer: what was logged, the
    refined schedule beside what was used, advice and warnings, how other schedules compare by their
    bounds, what loss is forecast for each where losses and learning rates were logged, and the schedule
    as code for trainers. It runs no scripts and loads nothing. The schedule in it is not stored. The
    same run gives the same bytes.

    Args:
        run_id (str):
        norm (ReportRunNorm | Unset):
        preset (ReportRunPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        norm=norm,
        preset=preset,
        steps=steps,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    norm: ReportRunNorm | Unset = UNSET,
    preset: ReportRunPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | str | None:
    """Write a report of a run.

     One HTML file with everything in it, for a browser, a mail or a printer: what was logged, the
    refined schedule beside what was used, advice and warnings, how other schedules compare by their
    bounds, what loss is forecast for each where losses and learning rates were logged, and the schedule
    as code for trainers. It runs no scripts and loads nothing. The schedule in it is not stored. The
    same run gives the same bytes.

    Args:
        run_id (str):
        norm (ReportRunNorm | Unset):
        preset (ReportRunPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | str
    """

    return sync_detailed(
        run_id=run_id,
        client=client,
        norm=norm,
        preset=preset,
        steps=steps,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    norm: ReportRunNorm | Unset = UNSET,
    preset: ReportRunPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | str]:
    """Write a report of a run.

     One HTML file with everything in it, for a browser, a mail or a printer: what was logged, the
    refined schedule beside what was used, advice and warnings, how other schedules compare by their
    bounds, what loss is forecast for each where losses and learning rates were logged, and the schedule
    as code for trainers. It runs no scripts and loads nothing. The schedule in it is not stored. The
    same run gives the same bytes.

    Args:
        run_id (str):
        norm (ReportRunNorm | Unset):
        preset (ReportRunPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        norm=norm,
        preset=preset,
        steps=steps,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    norm: ReportRunNorm | Unset = UNSET,
    preset: ReportRunPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | str | None:
    """Write a report of a run.

     One HTML file with everything in it, for a browser, a mail or a printer: what was logged, the
    refined schedule beside what was used, advice and warnings, how other schedules compare by their
    bounds, what loss is forecast for each where losses and learning rates were logged, and the schedule
    as code for trainers. It runs no scripts and loads nothing. The schedule in it is not stored. The
    same run gives the same bytes.

    Args:
        run_id (str):
        norm (ReportRunNorm | Unset):
        preset (ReportRunPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | str
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            client=client,
            norm=norm,
            preset=preset,
            steps=steps,
            if_none_match=if_none_match,
        )
    ).parsed
