from typing import Literal, cast

RefinementReportBandBucketsItemUpperType1 = Literal["Infinity"]


def check_refinement_report_band_buckets_item_upper_type_1(
    value: str,
) -> RefinementReportBandBucketsItemUpperType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportBandBucketsItemUpperType1, value)
