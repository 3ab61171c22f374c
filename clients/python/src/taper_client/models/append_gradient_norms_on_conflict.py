from typing import Literal, cast

AppendGradientNormsOnConflict = Literal["reject", "replace"]


def check_append_gradient_norms_on_conflict(
    value: str,
) -> AppendGradientNormsOnConflict:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(AppendGradientNormsOnConflict, value)
