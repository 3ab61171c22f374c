from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.readiness_checks_database import ReadinessChecksDatabase
    from ..models.readiness_checks_engine import ReadinessChecksEngine
    from ..models.readiness_checks_service import ReadinessChecksService


T = TypeVar("T", bound="ReadinessChecks")


@_attrs_define
class ReadinessChecks:
    database: ReadinessChecksDatabase
    engine: ReadinessChecksEngine
    service: ReadinessChecksService

    def to_dict(self) -> dict[str, Any]:
        database = self.database.to_dict()

        engine = self.engine.to_dict()

        service = self.service.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "database": database,
                "engine": engine,
                "service": service,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.readiness_checks_database import ReadinessChecksDatabase
        from ..models.readiness_checks_engine import ReadinessChecksEngine
        from ..models.readiness_checks_service import ReadinessChecksService

        d = dict(src_dict)
        database = ReadinessChecksDatabase.from_dict(d.pop("database"))

        engine = ReadinessChecksEngine.from_dict(d.pop("engine"))

        service = ReadinessChecksService.from_dict(d.pop("service"))

        readiness_checks = cls(
            database=database,
            engine=engine,
            service=service,
        )

        return readiness_checks
