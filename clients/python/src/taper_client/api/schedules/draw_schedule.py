from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.draw_schedule_theme import DrawScheduleTheme
from ...models.problem_details import ProblemDetails
from ...types import UNSET, Response, Unset


def _get_kwargs(
    id: str,
    *,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawScheduleTheme | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["width"] = width

    params["height"] = height

    json_theme: str | Unset = UNSET
    if not isinstance(theme, Unset):
        json_theme = theme

    params["theme"] = json_theme

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/schedules/{id}/chart.svg".format(
            id=quote(str(id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ProblemDetails | str | None:
    if response.status_code == 200:
        response_200 = cast(str, response.content)
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
    id: str,
    *,
    client: AuthenticatedClient | Client,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawScheduleTheme | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | str]:
    """Draw a schedule.

     Draws the multipliers over the steps and, unless the schedule was made by a rule, the nearest rule;
    beside a refinement of one run by preset robust also what preset paper makes of the same norms. The
    SVG suits light and dark pages and has no scripts.

    Args:
        id (str):
        width (int | Unset):
        height (int | Unset):
        theme (DrawScheduleTheme | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        id=id,
        width=width,
        height=height,
        theme=theme,
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
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawScheduleTheme | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | str | None:
    """Draw a schedule.

     Draws the multipliers over the steps and, unless the schedule was made by a rule, the nearest rule;
    beside a refinement of one run by preset robust also what preset paper makes of the same norms. The
    SVG suits light and dark pages and has no scripts.

    Args:
        id (str):
        width (int | Unset):
        height (int | Unset):
        theme (DrawScheduleTheme | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | str
    """

    return sync_detailed(
        id=id,
        client=client,
        width=width,
        height=height,
        theme=theme,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawScheduleTheme | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | str]:
    """Draw a schedule.

     Draws the multipliers over the steps and, unless the schedule was made by a rule, the nearest rule;
    beside a refinement of one run by preset robust also what preset paper makes of the same norms. The
    SVG suits light and dark pages and has no scripts.

    Args:
        id (str):
        width (int | Unset):
        height (int | Unset):
        theme (DrawScheduleTheme | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        id=id,
        width=width,
        height=height,
        theme=theme,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    id: str,
    *,
    client: AuthenticatedClient | Client,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawScheduleTheme | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | str | None:
    """Draw a schedule.

     Draws the multipliers over the steps and, unless the schedule was made by a rule, the nearest rule;
    beside a refinement of one run by preset robust also what preset paper makes of the same norms. The
    SVG suits light and dark pages and has no scripts.

    Args:
        id (str):
        width (int | Unset):
        height (int | Unset):
        theme (DrawScheduleTheme | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | str
    """

    return (
        await asyncio_detailed(
            id=id,
            client=client,
            width=width,
            height=height,
            theme=theme,
            if_none_match=if_none_match,
        )
    ).parsed
