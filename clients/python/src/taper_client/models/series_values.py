from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.non_finite import NonFinite, check_non_finite
from ..types import UNSET, Unset

T = TypeVar("T", bound="SeriesValues")


@_attrs_define
class SeriesValues:
    """A list for each series, all of the same length."""

    distance: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    eval_loss: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    l1: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    l2: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    learning_rate: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    linf: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    loss: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    update_norm: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """
    weight_norm: list[float | None | NonFinite] | Unset = UNSET
    """ The value at each step; null: no point there. Only losses may be negative. """

    def to_dict(self) -> dict[str, Any]:
        distance: list[float | None | str] | Unset = UNSET
        if not isinstance(self.distance, Unset):
            distance = []
            for distance_item_data in self.distance:
                distance_item: float | None | str
                if isinstance(distance_item_data, str):
                    distance_item = distance_item_data
                else:
                    distance_item = distance_item_data
                distance.append(distance_item)

        eval_loss: list[float | None | str] | Unset = UNSET
        if not isinstance(self.eval_loss, Unset):
            eval_loss = []
            for eval_loss_item_data in self.eval_loss:
                eval_loss_item: float | None | str
                if isinstance(eval_loss_item_data, str):
                    eval_loss_item = eval_loss_item_data
                else:
                    eval_loss_item = eval_loss_item_data
                eval_loss.append(eval_loss_item)

        l1: list[float | None | str] | Unset = UNSET
        if not isinstance(self.l1, Unset):
            l1 = []
            for l1_item_data in self.l1:
                l1_item: float | None | str
                if isinstance(l1_item_data, str):
                    l1_item = l1_item_data
                else:
                    l1_item = l1_item_data
                l1.append(l1_item)

        l2: list[float | None | str] | Unset = UNSET
        if not isinstance(self.l2, Unset):
            l2 = []
            for l2_item_data in self.l2:
                l2_item: float | None | str
                if isinstance(l2_item_data, str):
                    l2_item = l2_item_data
                else:
                    l2_item = l2_item_data
                l2.append(l2_item)

        learning_rate: list[float | None | str] | Unset = UNSET
        if not isinstance(self.learning_rate, Unset):
            learning_rate = []
            for learning_rate_item_data in self.learning_rate:
                learning_rate_item: float | None | str
                if isinstance(learning_rate_item_data, str):
                    learning_rate_item = learning_rate_item_data
                else:
                    learning_rate_item = learning_rate_item_data
                learning_rate.append(learning_rate_item)

        linf: list[float | None | str] | Unset = UNSET
        if not isinstance(self.linf, Unset):
            linf = []
            for linf_item_data in self.linf:
                linf_item: float | None | str
                if isinstance(linf_item_data, str):
                    linf_item = linf_item_data
                else:
                    linf_item = linf_item_data
                linf.append(linf_item)

        loss: list[float | None | str] | Unset = UNSET
        if not isinstance(self.loss, Unset):
            loss = []
            for loss_item_data in self.loss:
                loss_item: float | None | str
                if isinstance(loss_item_data, str):
                    loss_item = loss_item_data
                else:
                    loss_item = loss_item_data
                loss.append(loss_item)

        update_norm: list[float | None | str] | Unset = UNSET
        if not isinstance(self.update_norm, Unset):
            update_norm = []
            for update_norm_item_data in self.update_norm:
                update_norm_item: float | None | str
                if isinstance(update_norm_item_data, str):
                    update_norm_item = update_norm_item_data
                else:
                    update_norm_item = update_norm_item_data
                update_norm.append(update_norm_item)

        weight_norm: list[float | None | str] | Unset = UNSET
        if not isinstance(self.weight_norm, Unset):
            weight_norm = []
            for weight_norm_item_data in self.weight_norm:
                weight_norm_item: float | None | str
                if isinstance(weight_norm_item_data, str):
                    weight_norm_item = weight_norm_item_data
                else:
                    weight_norm_item = weight_norm_item_data
                weight_norm.append(weight_norm_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if distance is not UNSET:
            field_dict["distance"] = distance
        if eval_loss is not UNSET:
            field_dict["eval-loss"] = eval_loss
        if l1 is not UNSET:
            field_dict["l1"] = l1
        if l2 is not UNSET:
            field_dict["l2"] = l2
        if learning_rate is not UNSET:
            field_dict["learning-rate"] = learning_rate
        if linf is not UNSET:
            field_dict["linf"] = linf
        if loss is not UNSET:
            field_dict["loss"] = loss
        if update_norm is not UNSET:
            field_dict["update-norm"] = update_norm
        if weight_norm is not UNSET:
            field_dict["weight-norm"] = weight_norm

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        _distance = d.pop("distance", UNSET)
        distance: list[float | None | NonFinite] | Unset = UNSET
        if _distance is not UNSET:
            distance = []
            for distance_item_data in _distance:

                def _parse_distance_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                distance_item = _parse_distance_item(distance_item_data)

                distance.append(distance_item)

        _eval_loss = d.pop("eval-loss", UNSET)
        eval_loss: list[float | None | NonFinite] | Unset = UNSET
        if _eval_loss is not UNSET:
            eval_loss = []
            for eval_loss_item_data in _eval_loss:

                def _parse_eval_loss_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                eval_loss_item = _parse_eval_loss_item(eval_loss_item_data)

                eval_loss.append(eval_loss_item)

        _l1 = d.pop("l1", UNSET)
        l1: list[float | None | NonFinite] | Unset = UNSET
        if _l1 is not UNSET:
            l1 = []
            for l1_item_data in _l1:

                def _parse_l1_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                l1_item = _parse_l1_item(l1_item_data)

                l1.append(l1_item)

        _l2 = d.pop("l2", UNSET)
        l2: list[float | None | NonFinite] | Unset = UNSET
        if _l2 is not UNSET:
            l2 = []
            for l2_item_data in _l2:

                def _parse_l2_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                l2_item = _parse_l2_item(l2_item_data)

                l2.append(l2_item)

        _learning_rate = d.pop("learning-rate", UNSET)
        learning_rate: list[float | None | NonFinite] | Unset = UNSET
        if _learning_rate is not UNSET:
            learning_rate = []
            for learning_rate_item_data in _learning_rate:

                def _parse_learning_rate_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                learning_rate_item = _parse_learning_rate_item(learning_rate_item_data)

                learning_rate.append(learning_rate_item)

        _linf = d.pop("linf", UNSET)
        linf: list[float | None | NonFinite] | Unset = UNSET
        if _linf is not UNSET:
            linf = []
            for linf_item_data in _linf:

                def _parse_linf_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                linf_item = _parse_linf_item(linf_item_data)

                linf.append(linf_item)

        _loss = d.pop("loss", UNSET)
        loss: list[float | None | NonFinite] | Unset = UNSET
        if _loss is not UNSET:
            loss = []
            for loss_item_data in _loss:

                def _parse_loss_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                loss_item = _parse_loss_item(loss_item_data)

                loss.append(loss_item)

        _update_norm = d.pop("update-norm", UNSET)
        update_norm: list[float | None | NonFinite] | Unset = UNSET
        if _update_norm is not UNSET:
            update_norm = []
            for update_norm_item_data in _update_norm:

                def _parse_update_norm_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                update_norm_item = _parse_update_norm_item(update_norm_item_data)

                update_norm.append(update_norm_item)

        _weight_norm = d.pop("weight-norm", UNSET)
        weight_norm: list[float | None | NonFinite] | Unset = UNSET
        if _weight_norm is not UNSET:
            weight_norm = []
            for weight_norm_item_data in _weight_norm:

                def _parse_weight_norm_item(data: object) -> float | None | NonFinite:
                    if data is None:
                        return data
                    try:
                        if not isinstance(data, str):
                            raise TypeError()
                        componentsschemas_float_type_1 = check_non_finite(data)

                        return componentsschemas_float_type_1
                    except (TypeError, ValueError, AttributeError, KeyError):
                        pass
                    return cast(float | None | NonFinite, data)

                weight_norm_item = _parse_weight_norm_item(weight_norm_item_data)

                weight_norm.append(weight_norm_item)

        series_values = cls(
            distance=distance,
            eval_loss=eval_loss,
            l1=l1,
            l2=l2,
            learning_rate=learning_rate,
            linf=linf,
            loss=loss,
            update_norm=update_norm,
            weight_norm=weight_norm,
        )

        return series_values
