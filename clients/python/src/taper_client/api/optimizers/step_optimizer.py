from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.optimizer_step_answer import OptimizerStepAnswer
from ...models.optimizer_step_request import OptimizerStepRequest
from ...models.problem_details import ProblemDetails
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    name: str,
    *,
    body: OptimizerStepRequest | File | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/optimizers/{name}/step".format(
            name=quote(str(name), safe=""),
        ),
    }

    if isinstance(body, OptimizerStepRequest):
        _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/json"
    if isinstance(body, File):
        _kwargs["content"] = body.payload.read()
        headers["Content-Type"] = "application/vnd.safetensors"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> OptimizerStepAnswer | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = OptimizerStepAnswer.from_dict(response.json())

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
) -> Response[OptimizerStepAnswer | ProblemDetails]:
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
    body: OptimizerStepRequest | File | Unset = UNSET,
) -> Response[OptimizerStepAnswer | ProblemDetails]:
    """Take one step.

     The service keeps no state: send the returned state with the next step. In safetensors, tensors are
    named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON
    text under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{
    scalars }`.

    Args:
        name (str):
        body (OptimizerStepRequest): One step. Without a state, the first step.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OptimizerStepAnswer | ProblemDetails]
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
    body: OptimizerStepRequest | File | Unset = UNSET,
) -> OptimizerStepAnswer | ProblemDetails | None:
    """Take one step.

     The service keeps no state: send the returned state with the next step. In safetensors, tensors are
    named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON
    text under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{
    scalars }`.

    Args:
        name (str):
        body (OptimizerStepRequest): One step. Without a state, the first step.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OptimizerStepAnswer | ProblemDetails
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
    body: OptimizerStepRequest | File | Unset = UNSET,
) -> Response[OptimizerStepAnswer | ProblemDetails]:
    """Take one step.

     The service keeps no state: send the returned state with the next step. In safetensors, tensors are
    named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON
    text under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{
    scalars }`.

    Args:
        name (str):
        body (OptimizerStepRequest): One step. Without a state, the first step.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[OptimizerStepAnswer | ProblemDetails]
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
    body: OptimizerStepRequest | File | Unset = UNSET,
) -> OptimizerStepAnswer | ProblemDetails | None:
    """Take one step.

     The service keeps no state: send the returned state with the next step. In safetensors, tensors are
    named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON
    text under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{
    scalars }`.

    Args:
        name (str):
        body (OptimizerStepRequest): One step. Without a state, the first step.
        body (File):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        OptimizerStepAnswer | ProblemDetails
    """

    return (
        await asyncio_detailed(
            name=name,
            client=client,
            body=body,
        )
    ).parsed
