from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.engine import Engine
    from ..models.version_absent_engines_item import VersionAbsentEnginesItem
    from ..models.version_database import VersionDatabase


T = TypeVar("T", bound="Version")


@_attrs_define
class Version:
    """Versions of the service and of what it runs on."""

    absent_engines: list[VersionAbsentEnginesItem]
    """ The engines that are not available, and why. """
    database: VersionDatabase
    """ PostgreSQL. The version is null while it does not answer. """
    engine: Engine
    """ A compute engine. """
    engines: list[Engine]
    """ The available engines. """
    version: str
    """ Version of the service. """

    def to_dict(self) -> dict[str, Any]:
        absent_engines = []
        for absent_engines_item_data in self.absent_engines:
            absent_engines_item = absent_engines_item_data.to_dict()
            absent_engines.append(absent_engines_item)

        database = self.database.to_dict()

        engine = self.engine.to_dict()

        engines = []
        for engines_item_data in self.engines:
            engines_item = engines_item_data.to_dict()
            engines.append(engines_item)

        version = self.version

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "absentEngines": absent_engines,
                "database": database,
                "engine": engine,
                "engines": engines,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.engine import Engine
        from ..models.version_absent_engines_item import VersionAbsentEnginesItem
        from ..models.version_database import VersionDatabase

        d = dict(src_dict)
        absent_engines = []
        _absent_engines = d.pop("absentEngines")
        for absent_engines_item_data in _absent_engines:
            absent_engines_item = VersionAbsentEnginesItem.from_dict(
                absent_engines_item_data
            )

            absent_engines.append(absent_engines_item)

        database = VersionDatabase.from_dict(d.pop("database"))

        engine = Engine.from_dict(d.pop("engine"))

        engines = []
        _engines = d.pop("engines")
        for engines_item_data in _engines:
            engines_item = Engine.from_dict(engines_item_data)

            engines.append(engines_item)

        version = d.pop("version")

        version = cls(
            absent_engines=absent_engines,
            database=database,
            engine=engine,
            engines=engines,
            version=version,
        )

        return version
