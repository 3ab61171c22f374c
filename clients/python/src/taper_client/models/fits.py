from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.fits_fits_item import FitsFitsItem
    from ..models.fits_segments_item import FitsSegmentsItem
    from ..models.fits_warmup_polynomial import FitsWarmupPolynomial


T = TypeVar("T", bound="Fits")


@_attrs_define
class Fits:
    """The standard schedules closest to a schedule."""

    fits: list[FitsFitsItem]
    """ The closest schedule of each rule, best first. """
    segments: list[FitsSegmentsItem]
    """ The corners of the fewest straight pieces within the tolerance, from the first step to the last. """
    warmup_polynomial: FitsWarmupPolynomial
    """ The closest warm-up with polynomial decay, by least squares. """

    def to_dict(self) -> dict[str, Any]:
        fits = []
        for fits_item_data in self.fits:
            fits_item = fits_item_data.to_dict()
            fits.append(fits_item)

        segments = []
        for segments_item_data in self.segments:
            segments_item = segments_item_data.to_dict()
            segments.append(segments_item)

        warmup_polynomial = self.warmup_polynomial.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "fits": fits,
                "segments": segments,
                "warmupPolynomial": warmup_polynomial,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.fits_fits_item import FitsFitsItem
        from ..models.fits_segments_item import FitsSegmentsItem
        from ..models.fits_warmup_polynomial import FitsWarmupPolynomial

        d = dict(src_dict)
        fits = []
        _fits = d.pop("fits")
        for fits_item_data in _fits:
            fits_item = FitsFitsItem.from_dict(fits_item_data)

            fits.append(fits_item)

        segments = []
        _segments = d.pop("segments")
        for segments_item_data in _segments:
            segments_item = FitsSegmentsItem.from_dict(segments_item_data)

            segments.append(segments_item)

        warmup_polynomial = FitsWarmupPolynomial.from_dict(d.pop("warmupPolynomial"))

        fits = cls(
            fits=fits,
            segments=segments,
            warmup_polynomial=warmup_polynomial,
        )

        return fits
