from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.schedule_rule_made_from import (
    ScheduleRuleMadeFrom,
    check_schedule_rule_made_from,
)

if TYPE_CHECKING:
    from ..models.rule_source import RuleSource
    from ..models.schedule_rule_elsewhere import ScheduleRuleElsewhere
    from ..models.schedule_rule_parameters import ScheduleRuleParameters


T = TypeVar("T", bound="ScheduleRule")


@_attrs_define
class ScheduleRule:
    """A schedule rule. With one step, every rule gives [1]."""

    elsewhere: ScheduleRuleElsewhere
    """ Its name in other libraries. `offByOne` says how they differ. """
    first: str
    """ The multiplier of step 0, as a formula of the parameters and n, the number of steps, n ≥ 2. """
    last: str
    """ The multiplier of step n − 1. """
    made_from: ScheduleRuleMadeFrom
    """ What its schedules are made from: a `formula` (POST /v1/schedules) or `gradient-norms` (POST
    /v1/runs/{runId}/schedules or /v1/refinements). """
    name: str
    off_by_one: str
    """ Which steps the ends of the formula fall on, and how other libraries differ. """
    parameters: ScheduleRuleParameters
    """ A JSON Schema of the parameters. Every parameter has a default, but for `floor`, which all rules take: none.
    """
    source: RuleSource
    """ The source of a rule. """
    title: str

    def to_dict(self) -> dict[str, Any]:
        elsewhere = self.elsewhere.to_dict()

        first = self.first

        last = self.last

        made_from: str = self.made_from

        name = self.name

        off_by_one = self.off_by_one

        parameters = self.parameters.to_dict()

        source = self.source.to_dict()

        title = self.title

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "elsewhere": elsewhere,
                "first": first,
                "last": last,
                "madeFrom": made_from,
                "name": name,
                "offByOne": off_by_one,
                "parameters": parameters,
                "source": source,
                "title": title,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rule_source import RuleSource
        from ..models.schedule_rule_elsewhere import ScheduleRuleElsewhere
        from ..models.schedule_rule_parameters import ScheduleRuleParameters

        d = dict(src_dict)
        elsewhere = ScheduleRuleElsewhere.from_dict(d.pop("elsewhere"))

        first = d.pop("first")

        last = d.pop("last")

        made_from = check_schedule_rule_made_from(d.pop("madeFrom"))

        name = d.pop("name")

        off_by_one = d.pop("offByOne")

        parameters = ScheduleRuleParameters.from_dict(d.pop("parameters"))

        source = RuleSource.from_dict(d.pop("source"))

        title = d.pop("title")

        schedule_rule = cls(
            elsewhere=elsewhere,
            first=first,
            last=last,
            made_from=made_from,
            name=name,
            off_by_one=off_by_one,
            parameters=parameters,
            source=source,
            title=title,
        )

        return schedule_rule
