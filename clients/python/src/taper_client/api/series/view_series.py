from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_details import ProblemDetails
from ...models.series_view import SeriesView
from ...models.view_series_name import ViewSeriesName
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    name: ViewSeriesName,
    *,
    from_: int | Unset = UNSET,
    to: int | Unset = UNSET,
    points: int | Unset = 2000,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["from"] = from_

    params["to"] = to

    params["points"] = points

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/runs/{run_id}/series/{name}/view".format(
            run_id=quote(str(run_id), safe=""),
            name=quote(str(name), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ProblemDetails | SeriesView | None:
    if response.status_code == 200:
        response_200 = SeriesView.from_dict(response.json())

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
) -> Response[Any | ProblemDetails | SeriesView]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    run_id: str,
    name: ViewSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_: int | Unset = UNSET,
    to: int | Unset = UNSET,
    points: int | Unset = 2000,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | SeriesView]:
    """Read a series as a chart shows it.

     Summarises the current points of a range of steps in at most `points` columns: the first, smallest,
    largest and last value of each, so that a chart of that width looks as if all points were drawn.
    Where there are no more points than that, each is a column. application/octet-stream has the lists
    steps, first, min, max, last, mean, count one after the other (float64, little-endian; NaN where
    JSON has null).

    Args:
        run_id (str):
        name (ViewSeriesName):
        from_ (int | Unset):
        to (int | Unset):
        points (int | Unset):  Default: 2000.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | SeriesView]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        name=name,
        from_=from_,
        to=to,
        points=points,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    run_id: str,
    name: ViewSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_: int | Unset = UNSET,
    to: int | Unset = UNSET,
    points: int | Unset = 2000,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | SeriesView | None:
    """Read a series as a chart shows it.

     Summarises the current points of a range of steps in at most `points` columns: the first, smallest,
    largest and last value of each, so that a chart of that width looks as if all points were drawn.
    Where there are no more points than that, each is a column. application/octet-stream has the lists
    steps, first, min, max, last, mean, count one after the other (float64, little-endian; NaN where
    JSON has null).

    Args:
        run_id (str):
        name (ViewSeriesName):
        from_ (int | Unset):
        to (int | Unset):
        points (int | Unset):  Default: 2000.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | SeriesView
    """

    return sync_detailed(
        run_id=run_id,
        name=name,
        client=client,
        from_=from_,
        to=to,
        points=points,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    name: ViewSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_: int | Unset = UNSET,
    to: int | Unset = UNSET,
    points: int | Unset = 2000,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | ProblemDetails | SeriesView]:
    """Read a series as a chart shows it.

     Summarises the current points of a range of steps in at most `points` columns: the first, smallest,
    largest and last value of each, so that a chart of that width looks as if all points were drawn.
    Where there are no more points than that, each is a column. application/octet-stream has the lists
    steps, first, min, max, last, mean, count one after the other (float64, little-endian; NaN where
    JSON has null).

    Args:
        run_id (str):
        name (ViewSeriesName):
        from_ (int | Unset):
        to (int | Unset):
        points (int | Unset):  Default: 2000.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ProblemDetails | SeriesView]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        name=name,
        from_=from_,
        to=to,
        points=points,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    run_id: str,
    name: ViewSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_: int | Unset = UNSET,
    to: int | Unset = UNSET,
    points: int | Unset = 2000,
    if_none_match: str | Unset = UNSET,
) -> Any | ProblemDetails | SeriesView | None:
    """Read a series as a chart shows it.

     Summarises the current points of a range of steps in at most `points` columns: the first, smallest,
    largest and last value of each, so that a chart of that width looks as if all points were drawn.
    Where there are no more points than that, each is a column. application/octet-stream has the lists
    steps, first, min, max, last, mean, count one after the other (float64, little-endian; NaN where
    JSON has null).

    Args:
        run_id (str):
        name (ViewSeriesName):
        from_ (int | Unset):
        to (int | Unset):
        points (int | Unset):  Default: 2000.
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ProblemDetails | SeriesView
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            name=name,
            client=client,
            from_=from_,
            to=to,
            points=points,
            if_none_match=if_none_match,
        )
    ).parsed
