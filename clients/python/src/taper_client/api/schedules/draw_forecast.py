from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.draw_forecast_theme import DrawForecastTheme
from ...models.forecast_request import ForecastRequest
from ...models.problem_details import ProblemDetails
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: ForecastRequest,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawForecastTheme | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["width"] = width

    params["height"] = height

    json_theme: str | Unset = UNSET
    if not isinstance(theme, Unset):
        json_theme = theme

    params["theme"] = json_theme

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/forecasts/chart.svg",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ProblemDetails | str | None:
    if response.status_code == 200:
        response_200 = cast(str, response.content)
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
) -> Response[ProblemDetails | str]:
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
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawForecastTheme | Unset = UNSET,
) -> Response[ProblemDetails | str]:
    """Draw forecasts of losses.

     The same request as a picture: the loss that was logged with the forecast of the end of the run and
    its interval of 90 %, and the three best of the other schedules on one axis. The SVG suits light and
    dark pages and has no scripts.

    Args:
        width (int | Unset):
        height (int | Unset):
        theme (DrawForecastTheme | Unset):
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        body=body,
        width=width,
        height=height,
        theme=theme,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: ForecastRequest,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawForecastTheme | Unset = UNSET,
) -> ProblemDetails | str | None:
    """Draw forecasts of losses.

     The same request as a picture: the loss that was logged with the forecast of the end of the run and
    its interval of 90 %, and the three best of the other schedules on one axis. The SVG suits light and
    dark pages and has no scripts.

    Args:
        width (int | Unset):
        height (int | Unset):
        theme (DrawForecastTheme | Unset):
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | str
    """

    return sync_detailed(
        client=client,
        body=body,
        width=width,
        height=height,
        theme=theme,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ForecastRequest,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawForecastTheme | Unset = UNSET,
) -> Response[ProblemDetails | str]:
    """Draw forecasts of losses.

     The same request as a picture: the loss that was logged with the forecast of the end of the run and
    its interval of 90 %, and the three best of the other schedules on one axis. The SVG suits light and
    dark pages and has no scripts.

    Args:
        width (int | Unset):
        height (int | Unset):
        theme (DrawForecastTheme | Unset):
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ProblemDetails | str]
    """

    kwargs = _get_kwargs(
        body=body,
        width=width,
        height=height,
        theme=theme,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ForecastRequest,
    width: int | Unset = UNSET,
    height: int | Unset = UNSET,
    theme: DrawForecastTheme | Unset = UNSET,
) -> ProblemDetails | str | None:
    """Draw forecasts of losses.

     The same request as a picture: the loss that was logged with the forecast of the end of the run and
    its interval of 90 %, and the three best of the other schedules on one axis. The SVG suits light and
    dark pages and has no scripts.

    Args:
        width (int | Unset):
        height (int | Unset):
        theme (DrawForecastTheme | Unset):
        body (ForecastRequest): Runs to learn from, and schedules to forecast.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ProblemDetails | str
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            width=width,
            height=height,
            theme=theme,
        )
    ).parsed
