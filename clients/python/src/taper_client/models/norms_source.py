from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..models.norms_source_norm import NormsSourceNorm, check_norms_source_norm
from ..types import UNSET, Unset

T = TypeVar("T", bound="NormsSource")


@_attrs_define
class NormsSource:
    """The gradient norms that bounds are about: constant, in the body, or what a run has logged (without zeros and what is
    not finite, at even steps, unfiltered). They are interpolated linearly to the steps of a schedule, both ends kept.

    """

    constant: float | Unset = UNSET
    """ The same norm at every step. """
    norm: NormsSourceNorm | Unset = UNSET
    """ Which series of the run; default as for a refinement. """
    run_id: str | Unset = UNSET
    """ The id of a run: chosen by the client, or made by the service (UUIDv7). """
    values: list[float | NonFinite] | Unset = UNSET
    """ Norms of successive steps, finite, one at least above 0. """

    def to_dict(self) -> dict[str, Any]:
        constant = self.constant

        norm: str | Unset = UNSET
        if not isinstance(self.norm, Unset):
            norm = self.norm

        run_id = self.run_id

        values: list[float | str] | Unset = UNSET
        if not isinstance(self.values, Unset):
            values = []
            for values_item_data in self.values:
                values_item: float | str
                if isinstance(values_item_data, str):
                    values_item = values_item_data
                else:
                    values_item = values_item_data
                values.append(values_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if constant is not UNSET:
            field_dict["constant"] = constant
        if norm is not UNSET:
            field_dict["norm"] = norm
        if run_id is not UNSET:
            field_dict["runId"] = run_id
        if values is not UNSET:
            field_dict["values"] = values

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        constant = d.pop("constant", UNSET)

        _norm = d.pop("norm", UNSET)
        norm: NormsSourceNorm | Unset
        if isinstance(_norm, Unset):
            norm = UNSET
        else:
            norm = check_norms_source_norm(_norm)

        run_id = d.pop("runId", UNSET)

        _values = d.pop("values", UNSET)
        values: list[float | NonFinite] | Unset = UNSET
        if _values is not UNSET:
            values = []
            for values_item_data in _values:

                def _parse_values_item(data: object) -> float | NonFinite:
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        values_item_type_1 = check_non_finite(data)

                        return values_item_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | NonFinite, data)

                values_item = _parse_values_item(values_item_data)

                values.append(values_item)

        norms_source = cls(
            constant=constant,
            norm=norm,
            run_id=run_id,
            values=values,
        )

        return norms_source
