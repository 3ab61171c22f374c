from typing import Literal, cast

RefinementReportBandBucketsItemLowerType1 = Literal["Infinity"]


def check_refinement_report_band_buckets_item_lower_type_1(
    value: str,
) -> RefinementReportBandBucketsItemLowerType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportBandBucketsItemLowerType1, value)
