from typing import Literal, cast

RefinementReportBandBucketsItemMedianType1 = Literal["Infinity"]


def check_refinement_report_band_buckets_item_median_type_1(
    value: str,
) -> RefinementReportBandBucketsItemMedianType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportBandBucketsItemMedianType1, value)
