from typing import Literal, cast

StepDiagnosticsAdditionalPropertyType1 = Literal["-Infinity", "Infinity", "NaN"]


def check_step_diagnostics_additional_property_type_1(
    value: str,
) -> StepDiagnosticsAdditionalPropertyType1:
    """Takes a word that this version does not know as it is: the service may be newer."""
    return cast(StepDiagnosticsAdditionalPropertyType1, value)
