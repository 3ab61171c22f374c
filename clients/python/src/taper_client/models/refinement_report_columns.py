from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RefinementReportColumns")


@_attrs_define
class RefinementReportColumns:
    """Only for a log that was read from a file: what was read from which column."""

    step: None | str
    value: None | str
    l2: str | Unset = UNSET
    """ The column of the l2 norms beside others, which show clipping. """
    learning_rate: str | Unset = UNSET
    """ The column of the learning rates, which warnings look at. """
    loss: str | Unset = UNSET
    """ The column of the losses. """
    weight_norm: str | Unset = UNSET
    """ The column of the norms of the weights. """

    def to_dict(self) -> dict[str, Any]:
        step: None | str
        step = self.step

        value: None | str
        value = self.value

        l2 = self.l2

        learning_rate = self.learning_rate

        loss = self.loss

        weight_norm = self.weight_norm

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "step": step,
                "value": value,
            }
        )
        if l2 is not UNSET:
            field_dict["l2"] = l2
        if learning_rate is not UNSET:
            field_dict["learningRate"] = learning_rate
        if loss is not UNSET:
            field_dict["loss"] = loss
        if weight_norm is not UNSET:
            field_dict["weightNorm"] = weight_norm

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_step(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        step = _parse_step(d.pop("step"))

        def _parse_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        value = _parse_value(d.pop("value"))

        l2 = d.pop("l2", UNSET)

        learning_rate = d.pop("learningRate", UNSET)

        loss = d.pop("loss", UNSET)

        weight_norm = d.pop("weightNorm", UNSET)

        refinement_report_columns = cls(
            step=step,
            value=value,
            l2=l2,
            learning_rate=learning_rate,
            loss=loss,
            weight_norm=weight_norm,
        )

        return refinement_report_columns
