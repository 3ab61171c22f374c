from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.optimizer_init_request_hyperparameters import (
        OptimizerInitRequestHyperparameters,
    )
    from ..models.optimizer_init_request_parameters import (
        OptimizerInitRequestParameters,
    )


T = TypeVar("T", bound="OptimizerInitRequest")


@_attrs_define
class OptimizerInitRequest:
    """Parameters before the first step."""

    parameters: OptimizerInitRequestParameters
    """ The parameters at which the gradients were computed. """
    hyperparameters: OptimizerInitRequestHyperparameters | Unset = UNSET
    """ As in the catalogue; absent ones take their defaults. """

    def to_dict(self) -> dict[str, Any]:
        parameters = self.parameters.to_dict()

        hyperparameters: dict[str, Any] | Unset = UNSET
        if not isinstance(self.hyperparameters, Unset):
            hyperparameters = self.hyperparameters.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parameters": parameters,
            }
        )
        if hyperparameters is not UNSET:
            field_dict["hyperparameters"] = hyperparameters

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.optimizer_init_request_hyperparameters import (
            OptimizerInitRequestHyperparameters,
        )
        from ..models.optimizer_init_request_parameters import (
            OptimizerInitRequestParameters,
        )

        d = dict(src_dict)
        parameters = OptimizerInitRequestParameters.from_dict(d.pop("parameters"))

        _hyperparameters = d.pop("hyperparameters", UNSET)
        hyperparameters: OptimizerInitRequestHyperparameters | Unset
        if isinstance(_hyperparameters, Unset):
            hyperparameters = UNSET
        else:
            hyperparameters = OptimizerInitRequestHyperparameters.from_dict(
                _hyperparameters
            )

        optimizer_init_request = cls(
            parameters=parameters,
            hyperparameters=hyperparameters,
        )

        return optimizer_init_request
