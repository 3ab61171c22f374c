from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.log_report import LogReport
from ...models.problem_details import ProblemDetails
from ...models.report_log_files_body import ReportLogFilesBody
from ...models.report_log_input import ReportLogInput
from ...models.report_log_norm import ReportLogNorm
from ...models.report_log_parts import ReportLogParts
from ...models.report_log_preset import ReportLogPreset
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    *,
    body: File | ReportLogFilesBody | Unset = UNSET,
    filename: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ReportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    norm: ReportLogNorm | Unset = UNSET,
    preset: ReportLogPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    parts: ReportLogParts | Unset = "all",
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["filename"] = filename

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

    json_norm: str | Unset = UNSET
    if not isinstance(norm, Unset):
        json_norm = norm

    params["norm"] = json_norm

    json_preset: str | Unset = UNSET
    if not isinstance(preset, Unset):
        json_preset = preset

    params["preset"] = json_preset

    params["steps"] = steps

    json_parts: str | Unset = UNSET
    if not isinstance(parts, Unset):
        json_parts = parts

    params["parts"] = json_parts

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/reports",
        "params": params,
    }

    if isinstance(body, File):
        _kwargs["content"] = body.payload.read()
        headers["Content-Type"] = "application/octet-stream"
    if isinstance(body, ReportLogFilesBody):
        _kwargs["files"] = body.to_multipart()

        headers["Content-Type"] = "multipart/form-data; boundary=+++"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> LogReport | ProblemDetails | None:
    if response.status_code == 200:
        response_200 = LogReport.from_dict(response.json())

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
) -> Response[LogReport | ProblemDetails]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File | ReportLogFilesBody | Unset = UNSET,
    filename: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ReportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    norm: ReportLogNorm | Unset = UNSET,
    preset: ReportLogPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    parts: ReportLogParts | Unset = "all",
) -> Response[LogReport | ProblemDetails]:
    """Report on a log that is sent, without storing it.

     Reads a log as POST /v1/imports does, and answers what was read from where, its series and the
    refined schedule as they are drawn, how other schedules compare, and the schedule as code for
    trainers; with `Accept: text/html` the same as one HTML file. Nothing is stored. What names do not
    tell is refused, with every column.

    Args:
        filename (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ReportLogInput | Unset):
        step (str | Unset):
        norm (ReportLogNorm | Unset):
        preset (ReportLogPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        parts (ReportLogParts | Unset):  Default: 'all'.
        body (File):
        body (ReportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LogReport | ProblemDetails]
    """

    kwargs = _get_kwargs(
        body=body,
        filename=filename,
        run=run,
        map_=map_,
        input_=input_,
        step=step,
        norm=norm,
        preset=preset,
        steps=steps,
        parts=parts,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: File | ReportLogFilesBody | Unset = UNSET,
    filename: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ReportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    norm: ReportLogNorm | Unset = UNSET,
    preset: ReportLogPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    parts: ReportLogParts | Unset = "all",
) -> LogReport | ProblemDetails | None:
    """Report on a log that is sent, without storing it.

     Reads a log as POST /v1/imports does, and answers what was read from where, its series and the
    refined schedule as they are drawn, how other schedules compare, and the schedule as code for
    trainers; with `Accept: text/html` the same as one HTML file. Nothing is stored. What names do not
    tell is refused, with every column.

    Args:
        filename (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ReportLogInput | Unset):
        step (str | Unset):
        norm (ReportLogNorm | Unset):
        preset (ReportLogPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        parts (ReportLogParts | Unset):  Default: 'all'.
        body (File):
        body (ReportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LogReport | ProblemDetails
    """

    return sync_detailed(
        client=client,
        body=body,
        filename=filename,
        run=run,
        map_=map_,
        input_=input_,
        step=step,
        norm=norm,
        preset=preset,
        steps=steps,
        parts=parts,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: File | ReportLogFilesBody | Unset = UNSET,
    filename: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ReportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    norm: ReportLogNorm | Unset = UNSET,
    preset: ReportLogPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    parts: ReportLogParts | Unset = "all",
) -> Response[LogReport | ProblemDetails]:
    """Report on a log that is sent, without storing it.

     Reads a log as POST /v1/imports does, and answers what was read from where, its series and the
    refined schedule as they are drawn, how other schedules compare, and the schedule as code for
    trainers; with `Accept: text/html` the same as one HTML file. Nothing is stored. What names do not
    tell is refused, with every column.

    Args:
        filename (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ReportLogInput | Unset):
        step (str | Unset):
        norm (ReportLogNorm | Unset):
        preset (ReportLogPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        parts (ReportLogParts | Unset):  Default: 'all'.
        body (File):
        body (ReportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[LogReport | ProblemDetails]
    """

    kwargs = _get_kwargs(
        body=body,
        filename=filename,
        run=run,
        map_=map_,
        input_=input_,
        step=step,
        norm=norm,
        preset=preset,
        steps=steps,
        parts=parts,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: File | ReportLogFilesBody | Unset = UNSET,
    filename: str | Unset = UNSET,
    run: str | Unset = UNSET,
    map_: list[str] | str | Unset = UNSET,
    input_: ReportLogInput | Unset = UNSET,
    step: str | Unset = UNSET,
    norm: ReportLogNorm | Unset = UNSET,
    preset: ReportLogPreset | Unset = "robust",
    steps: int | Unset = UNSET,
    parts: ReportLogParts | Unset = "all",
) -> LogReport | ProblemDetails | None:
    """Report on a log that is sent, without storing it.

     Reads a log as POST /v1/imports does, and answers what was read from where, its series and the
    refined schedule as they are drawn, how other schedules compare, and the schedule as code for
    trainers; with `Accept: text/html` the same as one HTML file. Nothing is stored. What names do not
    tell is refused, with every column.

    Args:
        filename (str | Unset):
        run (str | Unset):
        map_ (list[str] | str | Unset):
        input_ (ReportLogInput | Unset):
        step (str | Unset):
        norm (ReportLogNorm | Unset):
        preset (ReportLogPreset | Unset):  Default: 'robust'.
        steps (int | Unset):
        parts (ReportLogParts | Unset):  Default: 'all'.
        body (File):
        body (ReportLogFilesBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        LogReport | ProblemDetails
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            filename=filename,
            run=run,
            map_=map_,
            input_=input_,
            step=step,
            norm=norm,
            preset=preset,
            steps=steps,
            parts=parts,
        )
    ).parsed
