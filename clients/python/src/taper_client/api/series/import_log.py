from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.import_log_files_body import ImportLogFilesBody
from ...models.import_log_input import ImportLogInput
from ...models.import_log_on_conflict import (
    ImportLogOnConflict,
)
from ...models.import_receipt import ImportReceipt
from ...models.operation import Operation
from ...models.problem_details import ProblemDetails
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    body: File | ImportLogFilesBody | Unset = UNSET,
    dry_run: bool | Unset = False,
    filename: str | Unset = UNSET,
    run_id: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ImportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    on_conflict: ImportLogOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    if not isinstance(prefer, Unset):
        headers["Prefer"] = prefer

    params: dict[str, Any] = {}

    params["dryRun"] = dry_run

    params["filename"] = filename

    params["runId"] = run_id

    params["run"] = run

    json_map_: list[str] | str | Unset
    if isinstance(map_, Unset):
        json_map_ = UNSET
    elif isinstance(map_, list):
        json_map_ = map_

    else:
        json_map_ = map_
    params["map"] = json_map_

    json_input_: str | Unset = UNSET
    if not isinstance(input_, Unset):
        json_input_ = input_

    params["input"] = json_input_

    params["step"] = step

    json_on_conflict: str | Unset = UNSET
    if not isinstance(on_conflict, Unset):
        json_on_conflict = on_conflict

    params["onConflict"] = json_on_conflict

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/imports",
        "params": params,
    }

    if isinstance(body, File):
        _kwargs["content"] = body.payload.read()
        headers["Content-Type"] = "application/octet-stream"
    if isinstance(body, ImportLogFilesBody):
        _kwargs["files"] = body.to_multipart()

        headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ImportReceipt | Operation | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = ImportReceipt.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = ImportReceipt.from_dict(response.json())

        return response_201

    if response.status_code == 202:
        response_202 = Operation.from_dict(response.json())

        return response_202

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
) -> Response[ImportReceipt | Operation | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File | ImportLogFilesBody | Unset = UNSET,
    dry_run: bool | Unset = False,
    filename: str | Unset = UNSET,
    run_id: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ImportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    on_conflict: ImportLogOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[ImportReceipt | Operation | ProblemDetails]:
    """Import a log as it lies on the disk.

     Takes one file of any format as the body, or several as multipart/form-data with their relative
    paths as file names: the folder of a run, its event files, the parts of a history. Finds the format
    by what is in it and the columns by their names, and stores every series of every run in one
    transaction, or nothing. Runs are made where they are missing. The same file again stores nothing.
    What names do not tell is refused, with every column. An import of more than 64 MiB, or with
    `Prefer: respond-async`, goes on as an operation (202), whose `result` is the receipt.

    Args:
        dry_run (bool | Unset):  Default: False.
        filename (str | Unset):
        run_id (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ImportLogInput | Unset):
        step (str | Unset):
        on_conflict (ImportLogOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (File):
        body (ImportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportReceipt | Operation | ProblemDetails]
    """

    kwargs = _get_kwargs(
        body=body,
        dry_run=dry_run,
        filename=filename,
        run_id=run_id,
        run=run,
        map_=map_,
        input_=input_,
        step=step,
        on_conflict=on_conflict,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: File | ImportLogFilesBody | Unset = UNSET,
    dry_run: bool | Unset = False,
    filename: str | Unset = UNSET,
    run_id: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ImportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    on_conflict: ImportLogOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> ImportReceipt | Operation | ProblemDetails | None:
    """Import a log as it lies on the disk.

     Takes one file of any format as the body, or several as multipart/form-data with their relative
    paths as file names: the folder of a run, its event files, the parts of a history. Finds the format
    by what is in it and the columns by their names, and stores every series of every run in one
    transaction, or nothing. Runs are made where they are missing. The same file again stores nothing.
    What names do not tell is refused, with every column. An import of more than 64 MiB, or with
    `Prefer: respond-async`, goes on as an operation (202), whose `result` is the receipt.

    Args:
        dry_run (bool | Unset):  Default: False.
        filename (str | Unset):
        run_id (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ImportLogInput | Unset):
        step (str | Unset):
        on_conflict (ImportLogOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (File):
        body (ImportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportReceipt | Operation | ProblemDetails
    """

    return sync_detailed(
        client=client,
        body=body,
        dry_run=dry_run,
        filename=filename,
        run_id=run_id,
        run=run,
        map_=map_,
        input_=input_,
        step=step,
        on_conflict=on_conflict,
        idempotency_key=idempotency_key,
        prefer=prefer,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File | ImportLogFilesBody | Unset = UNSET,
    dry_run: bool | Unset = False,
    filename: str | Unset = UNSET,
    run_id: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ImportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    on_conflict: ImportLogOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> Response[ImportReceipt | Operation | ProblemDetails]:
    """Import a log as it lies on the disk.

     Takes one file of any format as the body, or several as multipart/form-data with their relative
    paths as file names: the folder of a run, its event files, the parts of a history. Finds the format
    by what is in it and the columns by their names, and stores every series of every run in one
    transaction, or nothing. Runs are made where they are missing. The same file again stores nothing.
    What names do not tell is refused, with every column. An import of more than 64 MiB, or with
    `Prefer: respond-async`, goes on as an operation (202), whose `result` is the receipt.

    Args:
        dry_run (bool | Unset):  Default: False.
        filename (str | Unset):
        run_id (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ImportLogInput | Unset):
        step (str | Unset):
        on_conflict (ImportLogOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (File):
        body (ImportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ImportReceipt | Operation | ProblemDetails]
    """

    kwargs = _get_kwargs(
        body=body,
        dry_run=dry_run,
        filename=filename,
        run_id=run_id,
        run=run,
        map_=map_,
        input_=input_,
        step=step,
        on_conflict=on_conflict,
        idempotency_key=idempotency_key,
        prefer=prefer,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: File | ImportLogFilesBody | Unset = UNSET,
    dry_run: bool | Unset = False,
    filename: str | Unset = UNSET,
    run_id: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ImportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    on_conflict: ImportLogOnConflict | Unset = "replace",
    idempotency_key: str | Unset = UNSET,
    prefer: str | Unset = UNSET,
) -> ImportReceipt | Operation | ProblemDetails | None:
    """Import a log as it lies on the disk.

     Takes one file of any format as the body, or several as multipart/form-data with their relative
    paths as file names: the folder of a run, its event files, the parts of a history. Finds the format
    by what is in it and the columns by their names, and stores every series of every run in one
    transaction, or nothing. Runs are made where they are missing. The same file again stores nothing.
    What names do not tell is refused, with every column. An import of more than 64 MiB, or with
    `Prefer: respond-async`, goes on as an operation (202), whose `result` is the receipt.

    Args:
        dry_run (bool | Unset):  Default: False.
        filename (str | Unset):
        run_id (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ImportLogInput | Unset):
        step (str | Unset):
        on_conflict (ImportLogOnConflict | Unset):  Default: 'replace'.
        idempotency_key (str | Unset):
        prefer (str | Unset):
        body (File):
        body (ImportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ImportReceipt | Operation | ProblemDetails
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            dry_run=dry_run,
            filename=filename,
            run_id=run_id,
            run=run,
            map_=map_,
            input_=input_,
            step=step,
            on_conflict=on_conflict,
            idempotency_key=idempotency_key,
            prefer=prefer,
        )
    ).parsed
