from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="OptimizerPageUpdateType0")


@_attrs_define
class OptimizerPageUpdateType0:
    latex: str
    """ The formulas in LaTeX, as an environment `aligned`. """
    mathml: str
    """ The formulas in MathML, which browsers draw. """
    text: str
    """ In Unicode, with the conventions that are followed; the indented lines are formulas. """

    def to_dict(self) -> dict[str, Any]:
        latex = self.latex

        mathml = self.mathml

        text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "latex": latex,
                "mathml": mathml,
                "text": text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        latex = d.pop("latex")

        mathml = d.pop("mathml")

        text = d.pop("text")

        optimizer_page_update_type_0 = cls(
            latex=latex,
            mathml=mathml,
            text=text,
        )

        return optimizer_page_update_type_0
