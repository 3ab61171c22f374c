from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.optimizer_replay_answer import OptimizerReplayAnswer
from ...models.optimizer_replay_request import OptimizerReplayRequest
from ...models.problem_details import ProblemDetails
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    name: str,
    *,
    body: OptimizerReplayRequest | File | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/optimizers/{name}/replay".format(
            name=quote(str(name), safe=""),
        ),
    }

    if isinstance(body, OptimizerReplayRequest):
        _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/json"
    if isinstance(body, File):
        _kwargs["content"] = body.payload.read()
        headers["Content-Type"] = "application/vnd.safetensors"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OptimizerReplayAnswer | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = OptimizerReplayAnswer.from_dict(response.json())

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

    if response.status_code == 413:
        response_413 = ProblemDetails.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ProblemDetails.from_dict(response.json())

        return response_415

    if response.status_code == 421:
        response_421 = ProblemDetails.from_dict(response.json())

        return response_421

    if response.status_code == 422:
        response_422 = ProblemDetails.from_dict(response.json())

        return response_422

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
) -> Response[OptimizerReplayAnswer | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OptimizerReplayRequest | File | Unset = UNSET,
) -> Response[OptimizerReplayAnswer | ProblemDetails]:
    """Take many steps.

     Takes one step per set of gradients, as if each had been sent by itself. With `scheduleId`, the
    learning rate of step k is peak × multiplier(firstStep + k); past the end of the schedule, its last
    multiplier counts. In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and
    `state/<slot>/<name>`. Everything else is one JSON text under `__metadata__.request`, or
    `__metadata__.answer` in the answer, with `state` as `{ scalars }`. Gradients are named
    `gradients/<step>/<name>`, with steps from 0; the answer has `trajectory/<step>/<name>` and
    `evaluations/<step>/<name>`. Tensors may come in any order. If all parameters and states come first,
    and gradients follow in step order, the service takes each step as soon as its gradients have
    arrived, and keeps none in memory.

    Args:
        name (str):
        body (OptimizerReplayRequest): Many steps, one after the other.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OptimizerReplayAnswer | ProblemDetails]
    """

    kwargs = _get_kwargs(
        name=name,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OptimizerReplayRequest | File | Unset = UNSET,
) -> OptimizerReplayAnswer | ProblemDetails | None:
    """Take many steps.

     Takes one step per set of gradients, as if each had been sent by itself. With `scheduleId`, the
    learning rate of step k is peak × multiplier(firstStep + k); past the end of the schedule, its last
    multiplier counts. In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and
    `state/<slot>/<name>`. Everything else is one JSON text under `__metadata__.request`, or
    `__metadata__.answer` in the answer, with `state` as `{ scalars }`. Gradients are named
    `gradients/<step>/<name>`, with steps from 0; the answer has `trajectory/<step>/<name>` and
    `evaluations/<step>/<name>`. Tensors may come in any order. If all parameters and states come first,
    and gradients follow in step order, the service takes each step as soon as its gradients have
    arrived, and keeps none in memory.

    Args:
        name (str):
        body (OptimizerReplayRequest): Many steps, one after the other.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OptimizerReplayAnswer | ProblemDetails
    """

    return sync_detailed(
        name=name,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OptimizerReplayRequest | File | Unset = UNSET,
) -> Response[OptimizerReplayAnswer | ProblemDetails]:
    """Take many steps.

     Takes one step per set of gradients, as if each had been sent by itself. With `scheduleId`, the
    learning rate of step k is peak × multiplier(firstStep + k); past the end of the schedule, its last
    multiplier counts. In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and
    `state/<slot>/<name>`. Everything else is one JSON text under `__metadata__.request`, or
    `__metadata__.answer` in the answer, with `state` as `{ scalars }`. Gradients are named
    `gradients/<step>/<name>`, with steps from 0; the answer has `trajectory/<step>/<name>` and
    `evaluations/<step>/<name>`. Tensors may come in any order. If all parameters and states come first,
    and gradients follow in step order, the service takes each step as soon as its gradients have
    arrived, and keeps none in memory.

    Args:
        name (str):
        body (OptimizerReplayRequest): Many steps, one after the other.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OptimizerReplayAnswer | ProblemDetails]
    """

    kwargs = _get_kwargs(
        name=name,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OptimizerReplayRequest | File | Unset = UNSET,
) -> OptimizerReplayAnswer | ProblemDetails | None:
    """Take many steps.

     Takes one step per set of gradients, as if each had been sent by itself. With `scheduleId`, the
    learning rate of step k is peak × multiplier(firstStep + k); past the end of the schedule, its last
    multiplier counts. In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and
    `state/<slot>/<name>`. Everything else is one JSON text under `__metadata__.request`, or
    `__metadata__.answer` in the answer, with `state` as `{ scalars }`. Gradients are named
    `gradients/<step>/<name>`, with steps from 0; the answer has `trajectory/<step>/<name>` and
    `evaluations/<step>/<name>`. Tensors may come in any order. If all parameters and states come first,
    and gradients follow in step order, the service takes each step as soon as its gradients have
    arrived, and keeps none in memory.

    Args:
        name (str):
        body (OptimizerReplayRequest): Many steps, one after the other.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OptimizerReplayAnswer | ProblemDetails
    """

    return (
        await asyncio_detailed(
            name=name,
            client=client,
            body=body,
        )
    ).parsed
