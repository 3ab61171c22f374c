from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.even_series import EvenSeries
from ...models.gradient_norm_buckets import GradientNormBuckets
from ...models.gradient_norm_history import GradientNormHistory
from ...models.problem_details import ProblemDetails
from ...models.read_series_history import ReadSeriesHistory
from ...models.read_series_name import ReadSeriesName
from ...models.uneven_series import UnevenSeries
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    name: ReadSeriesName,
    *,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadSeriesHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["fromStep"] = from_step

    params["toStep"] = to_step

    json_history: str | Unset = UNSET
    if not isinstance(history, Unset):
        json_history = history

    params["history"] = json_history

    params["buckets"] = buckets

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/runs/{run_id}/series/{name}".format(
            run_id=quote(str(run_id), safe=""),
            name=quote(str(name), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> (
    Any
    | EvenSeries
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenSeries
    | ProblemDetails
    | None
):
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> EvenSeries | GradientNormBuckets | GradientNormHistory | UnevenSeries:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_series_points_type_0 = EvenSeries.from_dict(data)

                return componentsschemas_series_points_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_series_points_type_1 = UnevenSeries.from_dict(data)

                return componentsschemas_series_points_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_series_points_type_2 = GradientNormHistory.from_dict(
                    data
                )

                return componentsschemas_series_points_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_series_points_type_3 = GradientNormBuckets.from_dict(data)

            return componentsschemas_series_points_type_3

        response_200 = _parse_response_200(response.json())

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
) -> Response[
    Any
    | EvenSeries
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenSeries
    | ProblemDetails
]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    run_id: str,
    name: ReadSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadSeriesHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[
    Any
    | EvenSeries
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenSeries
    | ProblemDetails
]:
    """Read a series of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        name (ReadSeriesName):
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadSeriesHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | EvenSeries | GradientNormBuckets | GradientNormHistory | UnevenSeries | ProblemDetails]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        name=name,
        from_step=from_step,
        to_step=to_step,
        history=history,
        buckets=buckets,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    run_id: str,
    name: ReadSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadSeriesHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> (
    Any
    | EvenSeries
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenSeries
    | ProblemDetails
    | None
):
    """Read a series of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        name (ReadSeriesName):
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadSeriesHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | EvenSeries | GradientNormBuckets | GradientNormHistory | UnevenSeries | ProblemDetails
    """

    return sync_detailed(
        run_id=run_id,
        name=name,
        client=client,
        from_step=from_step,
        to_step=to_step,
        history=history,
        buckets=buckets,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    name: ReadSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadSeriesHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[
    Any
    | EvenSeries
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenSeries
    | ProblemDetails
]:
    """Read a series of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        name (ReadSeriesName):
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadSeriesHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | EvenSeries | GradientNormBuckets | GradientNormHistory | UnevenSeries | ProblemDetails]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        name=name,
        from_step=from_step,
        to_step=to_step,
        history=history,
        buckets=buckets,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    run_id: str,
    name: ReadSeriesName,
    *,
    client: AuthenticatedClient | Client,
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadSeriesHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> (
    Any
    | EvenSeries
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenSeries
    | ProblemDetails
    | None
):
    """Read a series of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        name (ReadSeriesName):
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadSeriesHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | EvenSeries | GradientNormBuckets | GradientNormHistory | UnevenSeries | ProblemDetails
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            name=name,
            client=client,
            from_step=from_step,
            to_step=to_step,
            history=history,
            buckets=buckets,
            if_none_match=if_none_match,
        )
    ).parsed
