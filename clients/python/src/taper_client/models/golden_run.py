from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.golden_run_expected import GoldenRunExpected
    from ..models.golden_run_float_32_error_type_0 import GoldenRunFloat32ErrorType0
    from ..models.optimizer_replay_request import OptimizerReplayRequest


T = TypeVar("T", bound="GoldenRun")


@_attrs_define
class GoldenRun:
    """A recorded run of official code in float64, as the request of a replay and what must come back."""

    expected: GoldenRunExpected
    """ What the official code has after each step. """
    float_32_error: GoldenRunFloat32ErrorType0 | None
    """ How far the official code gets from its float64 run when it computes in float32 from the same gradients;
    relative. """
    name: str
    official: str
    """ The call whose run it is. """
    origin: str
    """ Where that code is from. """
    request: OptimizerReplayRequest
    """ Many steps, one after the other. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.golden_run_float_32_error_type_0 import GoldenRunFloat32ErrorType0

        expected = self.expected.to_dict()

        float_32_error: dict[str, Any] | None
        if isinstance(self.float_32_error, GoldenRunFloat32ErrorType0):
            float_32_error = self.float_32_error.to_dict()
        else:
            float_32_error = self.float_32_error

        name = self.name

        official = self.official

        origin = self.origin

        request = self.request.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "expected": expected,
                "float32Error": float_32_error,
                "name": name,
                "official": official,
                "origin": origin,
                "request": request,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.golden_run_expected import GoldenRunExpected
        from ..models.golden_run_float_32_error_type_0 import GoldenRunFloat32ErrorType0
        from ..models.optimizer_replay_request import OptimizerReplayRequest

        d = dict(src_dict)
        expected = GoldenRunExpected.from_dict(d.pop("expected"))

        def _parse_float_32_error(data: object) -> GoldenRunFloat32ErrorType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                float_32_error_type_0 = GoldenRunFloat32ErrorType0.from_dict(data)

                return float_32_error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GoldenRunFloat32ErrorType0 | None, data)

        float_32_error = _parse_float_32_error(d.pop("float32Error"))

        name = d.pop("name")

        official = d.pop("official")

        origin = d.pop("origin")

        request = OptimizerReplayRequest.from_dict(d.pop("request"))

        golden_run = cls(
            expected=expected,
            float_32_error=float_32_error,
            name=name,
            official=official,
            origin=origin,
            request=request,
        )

        return golden_run
