from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.learning_rate_finding_code import (
    LearningRateFindingCode,
    check_learning_rate_finding_code,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="LearningRateFinding")


@_attrs_define
class LearningRateFinding:
    """Where rates do not follow the schedule, and why."""

    code: LearningRateFindingCode
    """ scaled: every rate is `factor` times what was meant: another peak. strided: the schedule advances `factor`
    steps at a step: m with m processes or batches, 1/m where it is stepped once in m steps. held: the rate stays as
    it is, after the end of the schedule or in the middle of it. restarted: at `fromStep` the rate goes back to that
    of an earlier step. shifted: the rates are `offset` steps ahead of the schedule (behind it where negative).
    other-length: the same shape over `factor` times as many steps. not-this: the rates are not those of this
    schedule, however it is moved, stretched or scaled; `nearest` says what they are like. """
    detail: str
    """ What the rates do, in a sentence. """
    fix: str
    """ What causes that in accelerate, diffusers, Transformers, Lightning and Megatron, and how to mend it. """
    from_step: int
    """ The first step that it is about. """
    to_step: int
    """ The last. """
    factor: float | Unset = UNSET
    """ Of the rate (scaled), the speed (strided) or the length (other-length). """
    offset: int | Unset = UNSET
    """ How many steps the rates are ahead of the schedule, or of what it was until then; behind where negative. """

    def to_dict(self) -> dict[str, Any]:
        code: str = self.code

        detail = self.detail

        fix = self.fix

        from_step = self.from_step

        to_step = self.to_step

        factor = self.factor

        offset = self.offset

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "detail": detail,
                "fix": fix,
                "fromStep": from_step,
                "toStep": to_step,
            }
        )
        if factor is not UNSET:
            field_dict["factor"] = factor
        if offset is not UNSET:
            field_dict["offset"] = offset

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        code = check_learning_rate_finding_code(d.pop("code"))

        detail = d.pop("detail")

        fix = d.pop("fix")

        from_step = d.pop("fromStep")

        to_step = d.pop("toStep")

        factor = d.pop("factor", UNSET)

        offset = d.pop("offset", UNSET)

        learning_rate_finding = cls(
            code=code,
            detail=detail,
            fix=fix,
            from_step=from_step,
            to_step=to_step,
            factor=factor,
            offset=offset,
        )

        return learning_rate_finding
