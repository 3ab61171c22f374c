from typing import Literal, cast

RefinementReportWarningsItemCode = Literal[
    "clipped-norms",
    "coarse-stride",
    "collapsed-norms",
    "concentrated",
    "early-spike",
    "few-points",
    "gaps",
    "implausible-gain",
    "l2-for-adaptive",
    "loss-not-positive",
    "loss-range",
    "loss-scale",
    "loss-span",
    "non-finite",
    "overshoot",
    "rising-norms",
    "rounded",
    "short-run",
    "stretched",
    "zero",
]


def check_refinement_report_warnings_item_code(
    value: str,
) -> RefinementReportWarningsItemCode:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(RefinementReportWarningsItemCode, value)
