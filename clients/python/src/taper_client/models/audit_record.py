from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="AuditRecord")


@_attrs_define
class AuditRecord:
    """A request that changed something."""

    action: str
    """ The operationId of the call. """
    at: datetime.datetime
    """ When the request was answered. """
    id: str
    """ UUIDv7. """
    key_id: None | str
    key_name: None | str
    object_: None | str
    project: str
    request_id: str
    """ The X-Request-Id of the request. """
    requests: int
    """ How many requests it stands for: appends of one key to one run within a minute are one record, with the id
    of the first. """
    status: int
    """ The status of the answer. """

    def to_dict(self) -> dict[str, Any]:
        action = self.action

        at = self.at.isoformat()

        id = self.id

        key_id: None | str
        key_id = self.key_id

        key_name: None | str
        key_name = self.key_name

        object_: None | str
        object_ = self.object_

        project = self.project

        request_id = self.request_id

        requests = self.requests

        status = self.status

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "action": action,
                "at": at,
                "id": id,
                "keyId": key_id,
                "keyName": key_name,
                "object": object_,
                "project": project,
                "requestId": request_id,
                "requests": requests,
                "status": status,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        action = d.pop("action")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        id = d.pop("id")

        def _parse_key_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        key_id = _parse_key_id(d.pop("keyId"))

        def _parse_key_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        key_name = _parse_key_name(d.pop("keyName"))

        def _parse_object_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        object_ = _parse_object_(d.pop("object"))

        project = d.pop("project")

        request_id = d.pop("requestId")

        requests = d.pop("requests")

        status = d.pop("status")

        audit_record = cls(
            action=action,
            at=at,
            id=id,
            key_id=key_id,
            key_name=key_name,
            object_=object_,
            project=project,
            request_id=request_id,
            requests=requests,
            status=status,
        )

        return audit_record
