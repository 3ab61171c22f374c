from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.operation_kind import OperationKind, check_operation_kind
from ..models.operation_status import OperationStatus, check_operation_status
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.problem_details import ProblemDetails
    from ..models.refinement import Refinement
    from ..models.schedule import Schedule


T = TypeVar("T", bound="Operation")


@_attrs_define
class Operation:
    """A call that goes on after its request was answered."""

    created_at: datetime.datetime
    """ RFC 3339, UTC. """
    id: str
    """ The id of an operation, made by the service (UUIDv7). """
    kind: OperationKind
    """ The call that goes on, by its operationId. """
    progress: float
    """ How much of it is done; never falls. """
    status: OperationStatus
    """ `queued` and `running` go on. `done` has a `result`, `failed` a `problem`, `cancelled` neither. """
    problem: ProblemDetails | Unset = UNSET
    """ Why a request failed (RFC 9457). """
    result: Refinement | Schedule | Unset = UNSET
    """ The body that the call would have been answered with. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.schedule import Schedule

        created_at = self.created_at.isoformat()

        id = self.id

        kind: str = self.kind

        progress = self.progress

        status: str = self.status

        problem: dict[str, Any] | Unset = UNSET
        if not isinstance(self.problem, Unset):
            problem = self.problem.to_dict()

        result: dict[str, Any] | Unset
        if isinstance(self.result, Unset):
            result = UNSET
        elif isinstance(self.result, Schedule):
            result = self.result.to_dict()
        else:
            result = self.result.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "createdAt": created_at,
                "id": id,
                "kind": kind,
                "progress": progress,
                "status": status,
            }
        )
        if problem is not UNSET:
            field_dict["problem"] = problem
        if result is not UNSET:
            field_dict["result"] = result

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.problem_details import ProblemDetails
        from ..models.refinement import Refinement
        from ..models.schedule import Schedule

        d = dict(src_dict)
        created_at = datetime.datetime.fromisoformat(d.pop("createdAt"))

        id = d.pop("id")

        kind = check_operation_kind(d.pop("kind"))

        progress = d.pop("progress")

        status = check_operation_status(d.pop("status"))

        _problem = d.pop("problem", UNSET)
        problem: ProblemDetails | Unset
        if isinstance(_problem, Unset):
            problem = UNSET
        else:
            problem = ProblemDetails.from_dict(_problem)

        def _parse_result(data: object) -> Refinement | Schedule | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                result_type_0 = Schedule.from_dict(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            result_type_1 = Refinement.from_dict(data)

            return result_type_1

        result = _parse_result(d.pop("result", UNSET))

        operation = cls(
            created_at=created_at,
            id=id,
            kind=kind,
            progress=progress,
            status=status,
            problem=problem,
            result=result,
        )

        return operation
