from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.even_gradient_norms import EvenGradientNorms
from ...models.gradient_norm_buckets import GradientNormBuckets
from ...models.gradient_norm_history import GradientNormHistory
from ...models.problem_details import ProblemDetails
from ...models.read_gradient_norms_history import (
    ReadGradientNormsHistory,
)
from ...models.read_gradient_norms_norm import (
    ReadGradientNormsNorm,
)
from ...models.uneven_gradient_norms import UnevenGradientNorms
from ...types import UNSET, Response, Unset


def _get_kwargs(
    run_id: str,
    *,
    norm: ReadGradientNormsNorm | Unset = "l2",
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadGradientNormsHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
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
        "url": "/v1/runs/{run_id}/gradient-norms".format(
            run_id=quote(str(run_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> (
    Any
    | EvenGradientNorms
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenGradientNorms
    | ProblemDetails
    | None
):
    if response.status_code == 200:

        def _parse_response_200(
            data: object,
        ) -> (
            EvenGradientNorms
            | GradientNormBuckets
            | GradientNormHistory
            | UnevenGradientNorms
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_gradient_norms_type_0 = EvenGradientNorms.from_dict(
                    data
                )

                return componentsschemas_gradient_norms_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_gradient_norms_type_1 = UnevenGradientNorms.from_dict(
                    data
                )

                return componentsschemas_gradient_norms_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_gradient_norms_type_2 = GradientNormHistory.from_dict(
                    data
                )

                return componentsschemas_gradient_norms_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_gradient_norms_type_3 = GradientNormBuckets.from_dict(
                data
            )

            return componentsschemas_gradient_norms_type_3

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
    | EvenGradientNorms
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenGradientNorms
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
    *,
    client: AuthenticatedClient | Client,
    norm: ReadGradientNormsNorm | Unset = "l2",
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadGradientNormsHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[
    Any
    | EvenGradientNorms
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenGradientNorms
    | ProblemDetails
]:
    """Read the gradient norms of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        norm (ReadGradientNormsNorm | Unset):  Default: 'l2'.
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadGradientNormsHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | EvenGradientNorms | GradientNormBuckets | GradientNormHistory | UnevenGradientNorms | ProblemDetails]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        norm=norm,
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
    *,
    client: AuthenticatedClient | Client,
    norm: ReadGradientNormsNorm | Unset = "l2",
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadGradientNormsHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> (
    Any
    | EvenGradientNorms
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenGradientNorms
    | ProblemDetails
    | None
):
    """Read the gradient norms of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        norm (ReadGradientNormsNorm | Unset):  Default: 'l2'.
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadGradientNormsHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | EvenGradientNorms | GradientNormBuckets | GradientNormHistory | UnevenGradientNorms | ProblemDetails
    """

    return sync_detailed(
        run_id=run_id,
        client=client,
        norm=norm,
        from_step=from_step,
        to_step=to_step,
        history=history,
        buckets=buckets,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    run_id: str,
    *,
    client: AuthenticatedClient | Client,
    norm: ReadGradientNormsNorm | Unset = "l2",
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadGradientNormsHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[
    Any
    | EvenGradientNorms
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenGradientNorms
    | ProblemDetails
]:
    """Read the gradient norms of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        norm (ReadGradientNormsNorm | Unset):  Default: 'l2'.
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadGradientNormsHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | EvenGradientNorms | GradientNormBuckets | GradientNormHistory | UnevenGradientNorms | ProblemDetails]
    """

    kwargs = _get_kwargs(
        run_id=run_id,
        norm=norm,
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
    *,
    client: AuthenticatedClient | Client,
    norm: ReadGradientNormsNorm | Unset = "l2",
    from_step: int | Unset = UNSET,
    to_step: int | Unset = UNSET,
    history: ReadGradientNormsHistory | Unset = UNSET,
    buckets: int | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> (
    Any
    | EvenGradientNorms
    | GradientNormBuckets
    | GradientNormHistory
    | UnevenGradientNorms
    | ProblemDetails
    | None
):
    """Read the gradient norms of a run.

     Returns all current points in step order, without sampling. application/octet-stream has only the
    values (float64, little-endian), with the first step and the stride as headers; it needs evenly
    spaced steps.

    Args:
        run_id (str):
        norm (ReadGradientNormsNorm | Unset):  Default: 'l2'.
        from_step (int | Unset):
        to_step (int | Unset):
        history (ReadGradientNormsHistory | Unset):
        buckets (int | Unset):
        if_none_match (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | EvenGradientNorms | GradientNormBuckets | GradientNormHistory | UnevenGradientNorms | ProblemDetails
    """

    return (
        await asyncio_detailed(
            run_id=run_id,
            client=client,
            norm=norm,
            from_step=from_step,
            to_step=to_step,
            history=history,
            buckets=buckets,
            if_none_match=if_none_match,
        )
    ).parsed
