from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.forecast import Forecast
from ...models.forecast_request import ForecastRequest
from ...models.problem_details import ProblemDetails
from ...types import Response


def _get_kwargs(
    *,
    body: ForecastRequest,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/forecasts",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Forecast | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = Forecast.from_dict(response.json())

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
) -> Response[Forecast | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ForecastRequest,
) -> Response[Forecast | ProblemDetails]:
    """Forecast the losses of schedules from the losses and learning rates of runs.

     Fits a loss law to one or several runs, and forecasts the end of a run that has not ended, of other
    schedules, and of cooldowns from a step. Each final loss is one smoothed over some steps, with an
    interval that holds 90 of 100. `search` finds schedules with the least loss at a given peak; beside
    it stands the ranking by the general bound, each schedule at its own best peak, which answers
    another question. Stores nothing.

    Args:
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Forecast | ProblemDetails]
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
    body: ForecastRequest,
) -> Forecast | ProblemDetails | None:
    """Forecast the losses of schedules from the losses and learning rates of runs.

     Fits a loss law to one or several runs, and forecasts the end of a run that has not ended, of other
    schedules, and of cooldowns from a step. Each final loss is one smoothed over some steps, with an
    interval that holds 90 of 100. `search` finds schedules with the least loss at a given peak; beside
    it stands the ranking by the general bound, each schedule at its own best peak, which answers
    another question. Stores nothing.

    Args:
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Forecast | ProblemDetails
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ForecastRequest,
) -> Response[Forecast | ProblemDetails]:
    """Forecast the losses of schedules from the losses and learning rates of runs.

     Fits a loss law to one or several runs, and forecasts the end of a run that has not ended, of other
    schedules, and of cooldowns from a step. Each final loss is one smoothed over some steps, with an
    interval that holds 90 of 100. `search` finds schedules with the least loss at a given peak; beside
    it stands the ranking by the general bound, each schedule at its own best peak, which answers
    another question. Stores nothing.

    Args:
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Forecast | ProblemDetails]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ForecastRequest,
) -> Forecast | ProblemDetails | None:
    """Forecast the losses of schedules from the losses and learning rates of runs.

     Fits a loss law to one or several runs, and forecasts the end of a run that has not ended, of other
    schedules, and of cooldowns from a step. Each final loss is one smoothed over some steps, with an
    interval that holds 90 of 100. `search` finds schedules with the least loss at a given peak; beside
    it stands the ranking by the general bound, each schedule at its own best peak, which answers
    another question. Stores nothing.

    Args:
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Forecast | ProblemDetails
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
