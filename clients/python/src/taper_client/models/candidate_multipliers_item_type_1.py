from typing import Literal, cast

CandidateMultipliersItemType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_candidate_multipliers_item_type_1(
    value: str,
) -> CandidateMultipliersItemType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(CandidateMultipliersItemType1, value)
