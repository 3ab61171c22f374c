from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem_details import ProblemDetails
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    *,
    last_event_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(last_event_id, Unset):
        headers["Last-Event-ID"] = last_event_id

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/runs/{run_id}/events".format(
            run_id=quote(str(run_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemDetails | str | None:
    if response.status_code == 200:
        response_200 = response.text
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
) -> Response[ProblemDetails | str]:
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
    last_event_id: str | Unset = UNSET,
) -> Response[ProblemDetails | str]:
    """Watch a run.

     Server-Sent Events, first of the run as it is, then of what changes: what was appended through the
    replica that is asked at once, everything else within about a second. `points` `{ series, version,
    points, lastStep, superseded }` for each series that was appended to or went back, with `added` `{
    after, steps, values }` where all that happened since the version `after` is that these points came
    behind the others (at most 1024, else read them); `superseded` is as before where nothing was taken
    back or replaced. `run` `{ updatedAt }`, `schedule` `{ scheduleId }` of one that was refined from
    it, `end` `{}` once it is deleted. Changes that follow each other closely are one event, so that a
    series has at most about 60 a second. The `id` of an event is a cursor: send it back as `Last-Event-
    ID`, and nothing is missed or told twice. A comment every 15 s says that the connection stands; it
    ends after 15 minutes, and is to be opened again.

    Args:
        run_id (str):
        last_event_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        last_event_id=last_event_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    last_event_id: str | Unset = UNSET,
) -> ProblemDetails | str | None:
    """Watch a run.

     Server-Sent Events, first of the run as it is, then of what changes: what was appended through the
    replica that is asked at once, everything else within about a second. `points` `{ series, version,
    points, lastStep, superseded }` for each series that was appended to or went back, with `added` `{
    after, steps, values }` where all that happened since the version `after` is that these points came
    behind the others (at most 1024, else read them); `superseded` is as before where nothing was taken
    back or replaced. `run` `{ updatedAt }`, `schedule` `{ scheduleId }` of one that was refined from
    it, `end` `{}` once it is deleted. Changes that follow each other closely are one event, so that a
    series has at most about 60 a second. The `id` of an event is a cursor: send it back as `Last-Event-
    ID`, and nothing is missed or told twice. A comment every 15 s says that the connection stands; it
    ends after 15 minutes, and is to be opened again.

    Args:
        run_id (str):
        last_event_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | str
    """

    return sync_detailed(
        run_id=run_id,
        client=client,
        last_event_id=last_event_id,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    last_event_id: str | Unset = UNSET,
) -> Response[ProblemDetails | str]:
    """Watch a run.

     Server-Sent Events, first of the run as it is, then of what changes: what was appended through the
    replica that is asked at once, everything else within about a second. `points` `{ series, version,
    points, lastStep, superseded }` for each series that was appended to or went back, with `added` `{
    after, steps, values }` where all that happened since the version `after` is that these points came
    behind the others (at most 1024, else read them); `superseded` is as before where nothing was taken
    back or replaced. `run` `{ updatedAt }`, `schedule` `{ scheduleId }` of one that was refined from
    it, `end` `{}` once it is deleted. Changes that follow each other closely are one event, so that a
    series has at most about 60 a second. The `id` of an event is a cursor: send it back as `Last-Event-
    ID`, and nothing is missed or told twice. A comment every 15 s says that the connection stands; it
    ends after 15 minutes, and is to be opened again.

    Args:
        run_id (str):
        last_event_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        last_event_id=last_event_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    last_event_id: str | Unset = UNSET,
) -> ProblemDetails | str | None:
    """Watch a run.

     Server-Sent Events, first of the run as it is, then of what changes: what was appended through the
    replica that is asked at once, everything else within about a second. `points` `{ series, version,
    points, lastStep, superseded }` for each series that was appended to or went back, with `added` `{
    after, steps, values }` where all that happened since the version `after` is that these points came
    behind the others (at most 1024, else read them); `superseded` is as before where nothing was taken
    back or replaced. `run` `{ updatedAt }`, `schedule` `{ scheduleId }` of one that was refined from
    it, `end` `{}` once it is deleted. Changes that follow each other closely are one event, so that a
    series has at most about 60 a second. The `id` of an event is a cursor: send it back as `Last-Event-
    ID`, and nothing is missed or told twice. A comment every 15 s says that the connection stands; it
    ends after 15 minutes, and is to be opened again.

    Args:
        run_id (str):
        last_event_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | str
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            client=client,
            last_event_id=last_event_id,
        )
    ).parsed
