from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.candidate_parameters import CandidateParameters


T = TypeVar("T", bound="Candidate")


@_attrs_define
class Candidate:
    """A schedule: by rule, as it is stored, or as its multipliers."""

    multipliers: list[float | NonFinite] | Unset = UNSET
    """ Multipliers of successive steps, finite, one at least above 0; their scale does not matter. """
    name: str | Unset = UNSET
    """ What to call it; default the name of the schedule or rule. """
    parameters: CandidateParameters | Unset = UNSET
    """ Those of the rule, defaults for what is absent. Of `refined`: weighting, preset, window, trim, method,
    warmupFloor as in POST /v1/refinements; weighting auto is inverse for l1 norms of a run, else inverse-square.
    """
    rule: str | Unset = UNSET
    """ A rule of GET /v1/schedule-rules, or `refined`: the refinement of the norms at hand. """
    schedule_id: str | Unset = UNSET
    """ The id of a schedule, made by the service (UUIDv7). """

    def to_dict(self) -> dict[str, Any]:
        multipliers: list[float | str] | Unset = UNSET
        if not isinstance(self.multipliers, Unset):
            multipliers = []
            for multipliers_item_data in self.multipliers:
                multipliers_item: float | str
                if isinstance(multipliers_item_data, str):
                    multipliers_item = multipliers_item_data
                else:
                    multipliers_item = multipliers_item_data
                multipliers.append(multipliers_item)

        name = self.name

        parameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = self.parameters.to_dict()

        rule = self.rule

        schedule_id = self.schedule_id

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if multipliers is not UNSET:
            field_dict["multipliers"] = multipliers
        if name is not UNSET:
            field_dict["name"] = name
        if parameters is not UNSET:
            field_dict["parameters"] = parameters
        if rule is not UNSET:
            field_dict["rule"] = rule
        if schedule_id is not UNSET:
            field_dict["scheduleId"] = schedule_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.candidate_parameters import CandidateParameters

        d = dict(src_dict)
        _multipliers = d.pop("multipliers", UNSET)
        multipliers: list[float | NonFinite] | Unset = UNSET
        if _multipliers is not UNSET:
            multipliers = []
            for multipliers_item_data in _multipliers:

                def _parse_multipliers_item(data: object) -> float | NonFinite:
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        multipliers_item_type_1 = check_non_finite(data)

                        return multipliers_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | NonFinite, data)

                multipliers_item = _parse_multipliers_item(multipliers_item_data)

                multipliers.append(multipliers_item)

        name = d.pop("name", UNSET)

        _parameters = d.pop("parameters", UNSET)
        parameters: CandidateParameters | Unset
        if isinstance(_parameters, Unset):
            parameters = UNSET
        else:
            parameters = CandidateParameters.from_dict(_parameters)

        rule = d.pop("rule", UNSET)

        schedule_id = d.pop("scheduleId", UNSET)

        candidate = cls(
            multipliers=multipliers,
            name=name,
            parameters=parameters,
            rule=rule,
            schedule_id=schedule_id,
        )

        return candidate
