from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.audit_page import AuditPage
from ...models.problem_details import ProblemDetails
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    key_id: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["cursor"] = cursor

    params["keyId"] = key_id

    params["action"] = action

    params["object"] = object_

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/audit",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> AuditPage | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = AuditPage.from_dict(response.json())

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
) -> Response[AuditPage | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    key_id: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
) -> Response[AuditPage | ProblemDetails]:
    """List what was changed and by whom, newest first.

     Lists the requests that changed something in the project of the key. Records cannot be changed; they
    are kept for TAPER_AUDIT_DAYS. Those of another replica appear after a second, appends of points
    after a minute.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        key_id (str | Unset):
        action (str | Unset):
        object_ (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditPage | ProblemDetails]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        key_id=key_id,
        action=action,
        object_=object_,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    key_id: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
) -> AuditPage | ProblemDetails | None:
    """List what was changed and by whom, newest first.

     Lists the requests that changed something in the project of the key. Records cannot be changed; they
    are kept for TAPER_AUDIT_DAYS. Those of another replica appear after a second, appends of points
    after a minute.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        key_id (str | Unset):
        action (str | Unset):
        object_ (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditPage | ProblemDetails
    """

    return sync_detailed(
        client=client,
        limit=limit,
        cursor=cursor,
        key_id=key_id,
        action=action,
        object_=object_,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    key_id: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
) -> Response[AuditPage | ProblemDetails]:
    """List what was changed and by whom, newest first.

     Lists the requests that changed something in the project of the key. Records cannot be changed; they
    are kept for TAPER_AUDIT_DAYS. Those of another replica appear after a second, appends of points
    after a minute.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        key_id (str | Unset):
        action (str | Unset):
        object_ (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[AuditPage | ProblemDetails]
    """

    kwargs = _get_kwargs(
        limit=limit,
        cursor=cursor,
        key_id=key_id,
        action=action,
        object_=object_,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
    key_id: str | Unset = UNSET,
    action: str | Unset = UNSET,
    object_: str | Unset = UNSET,
) -> AuditPage | ProblemDetails | None:
    """List what was changed and by whom, newest first.

     Lists the requests that changed something in the project of the key. Records cannot be changed; they
    are kept for TAPER_AUDIT_DAYS. Those of another replica appear after a second, appends of points
    after a minute.

    Args:
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
        key_id (str | Unset):
        action (str | Unset):
        object_ (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        AuditPage | ProblemDetails
    """

    return (
        await asyncio_detailed(
            client=client,
            limit=limit,
            cursor=cursor,
            key_id=key_id,
            action=action,
            object_=object_,
        )
    ).parsed
