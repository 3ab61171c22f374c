"""Contains all the data models used in inputs/outputs"""

from .api_key import ApiKey
from .api_key_create import ApiKeyCreate
from .api_key_create_scope import ApiKeyCreateScope
from .api_key_page import ApiKeyPage
from .api_key_scope import ApiKeyScope
from .append_gradient_norms_norm import AppendGradientNormsNorm
from .append_gradient_norms_on_conflict import AppendGradientNormsOnConflict
from .append_receipt import AppendReceipt
from .append_series_on_conflict import AppendSeriesOnConflict
from .audit_page import AuditPage
from .audit_record import AuditRecord
from .best_peak import BestPeak
from .best_peak_at_edge_type_0 import BestPeakAtEdgeType0
from .best_peak_best_type_0 import BestPeakBestType0
from .best_peak_best_type_0_interval_type_0 import BestPeakBestType0IntervalType0
from .best_peak_fit_type_0 import BestPeakFitType0
from .best_peak_horizon_type_0 import BestPeakHorizonType0
from .best_peak_runs_item import BestPeakRunsItem
from .best_peak_warnings_item import BestPeakWarningsItem
from .best_peak_warnings_item_code import BestPeakWarningsItemCode
from .bound import Bound
from .bound_request import BoundRequest
from .bound_terms import BoundTerms
from .bound_weighted import BoundWeighted
from .candidate import Candidate
from .candidate_parameters import CandidateParameters
from .comparable_numbers import ComparableNumbers
from .comparable_numbers_curve_type_0 import ComparableNumbersCurveType0
from .comparison import Comparison
from .comparison_ranking_item import ComparisonRankingItem
from .comparison_ranking_item_drawn import ComparisonRankingItemDrawn
from .comparison_request import ComparisonRequest
from .comparison_warnings_item import ComparisonWarningsItem
from .comparison_warnings_item_code import ComparisonWarningsItemCode
from .create_horizon_last_batch import CreateHorizonLastBatch
from .create_horizon_unit import CreateHorizonUnit
from .create_refined_schedule_last_batch import CreateRefinedScheduleLastBatch
from .create_refined_schedule_unit import CreateRefinedScheduleUnit
from .create_schedule_last_batch import CreateScheduleLastBatch
from .create_schedule_unit import CreateScheduleUnit
from .draw_forecast_theme import DrawForecastTheme
from .draw_run_norm import DrawRunNorm
from .draw_run_theme import DrawRunTheme
from .draw_schedule_theme import DrawScheduleTheme
from .drawn_line import DrawnLine
from .engine import Engine
from .engine_name import EngineName
from .engine_precisions_item import EnginePrecisionsItem
from .entrance import Entrance
from .entrance_links import EntranceLinks
from .entrance_name import EntranceName
from .even_gradient_norms import EvenGradientNorms
from .even_gradient_norms_norm import EvenGradientNormsNorm
from .even_series import EvenSeries
from .even_series_log import EvenSeriesLog
from .even_series_name import EvenSeriesName
from .export_schedule_form import ExportScheduleForm
from .export_schedule_response_200 import ExportScheduleResponse200
from .export_target import ExportTarget
from .export_target_asks_item import ExportTargetAsksItem
from .export_target_forms_item import ExportTargetFormsItem
from .export_target_list import ExportTargetList
from .fit_request import FitRequest
from .fits import Fits
from .fits_fits_item import FitsFitsItem
from .fits_fits_item_parameters import FitsFitsItemParameters
from .fits_segments_item import FitsSegmentsItem
from .fits_warmup_polynomial import FitsWarmupPolynomial
from .forecast import Forecast
from .forecast_candidate import ForecastCandidate
from .forecast_candidate_parameters import ForecastCandidateParameters
from .forecast_curve import ForecastCurve
from .forecast_fit import ForecastFit
from .forecast_fit_curves_item import ForecastFitCurvesItem
from .forecast_forecasts_item import ForecastForecastsItem
from .forecast_forecasts_item_curve_type_0 import ForecastForecastsItemCurveType0
from .forecast_forecasts_item_interval import ForecastForecastsItemInterval
from .forecast_forecasts_item_schedule_type_0 import ForecastForecastsItemScheduleType0
from .forecast_forecasts_item_schedule_type_0_parameters import (
    ForecastForecastsItemScheduleType0Parameters,
)
from .forecast_law import ForecastLaw
from .forecast_parameters import ForecastParameters
from .forecast_request import ForecastRequest
from .forecast_request_branches import ForecastRequestBranches
from .forecast_request_law import ForecastRequestLaw
from .forecast_request_search import ForecastRequestSearch
from .forecast_search_type_0 import ForecastSearchType0
from .forecast_search_type_0_at_own_peak_item import ForecastSearchType0AtOwnPeakItem
from .forecast_search_type_0_at_own_peak_item_parameters import (
    ForecastSearchType0AtOwnPeakItemParameters,
)
from .forecast_search_type_0_at_peak_item import ForecastSearchType0AtPeakItem
from .forecast_search_type_0_at_peak_item_interval import (
    ForecastSearchType0AtPeakItemInterval,
)
from .forecast_search_type_0_at_peak_item_parameters import (
    ForecastSearchType0AtPeakItemParameters,
)
from .forecast_self_type_0 import ForecastSelfType0
from .forecast_self_type_0_interval import ForecastSelfType0Interval
from .forecast_self_type_0_path_type_0 import ForecastSelfType0PathType0
from .forecast_warnings_item import ForecastWarningsItem
from .forecast_warnings_item_code import ForecastWarningsItemCode
from .generation import Generation
from .get_multiplier_last_batch import GetMultiplierLastBatch
from .get_multiplier_unit import GetMultiplierUnit
from .get_openapi_response_200 import GetOpenapiResponse200
from .golden_run import GoldenRun
from .golden_run_expected import GoldenRunExpected
from .golden_run_expected_diagnostics_item import GoldenRunExpectedDiagnosticsItem
from .golden_run_expected_evaluations_item import GoldenRunExpectedEvaluationsItem
from .golden_run_expected_trajectory_item import GoldenRunExpectedTrajectoryItem
from .golden_run_float_32_error_type_0 import GoldenRunFloat32ErrorType0
from .golden_runs import GoldenRuns
from .gradient_norm_arrival import GradientNormArrival
from .gradient_norm_bucket import GradientNormBucket
from .gradient_norm_buckets import GradientNormBuckets
from .gradient_norm_history import GradientNormHistory
from .gradient_norm_point import GradientNormPoint
from .gradient_norm_points import GradientNormPoints
from .gradient_norm_steps import GradientNormSteps
from .gradient_norm_values import GradientNormValues
from .horizon_create import HorizonCreate
from .horizon_create_method import HorizonCreateMethod
from .horizon_report import HorizonReport
from .horizon_report_warnings_item import HorizonReportWarningsItem
from .horizon_report_warnings_item_code import HorizonReportWarningsItemCode
from .ignored_column import IgnoredColumn
from .import_log_files_body import ImportLogFilesBody
from .import_log_input import ImportLogInput
from .import_log_on_conflict import ImportLogOnConflict
from .import_receipt import ImportReceipt
from .imported_run import ImportedRun
from .imported_series import ImportedSeries
from .imported_series_name import ImportedSeriesName
from .invalid_part import InvalidPart
from .learning_rate_audit import LearningRateAudit
from .learning_rate_audit_against_type_0 import LearningRateAuditAgainstType0
from .learning_rate_audit_nearest_type_0 import LearningRateAuditNearestType0
from .learning_rate_audit_nearest_type_0_parameters import (
    LearningRateAuditNearestType0Parameters,
)
from .learning_rate_audit_points import LearningRateAuditPoints
from .learning_rate_audit_request import LearningRateAuditRequest
from .learning_rate_finding import LearningRateFinding
from .learning_rate_finding_code import LearningRateFindingCode
from .learning_rates import LearningRates
from .lineage import Lineage
from .lineage_run import LineageRun
from .lineage_schedule import LineageSchedule
from .list_runs_label import ListRunsLabel
from .liveness import Liveness
from .liveness_status import LivenessStatus
from .log_facts import LogFacts
from .log_report import LogReport
from .log_report_comparison_type_1 import LogReportComparisonType1
from .log_report_exports_type_1 import LogReportExportsType1
from .log_report_forecast_type_1 import LogReportForecastType1
from .log_report_norm import LogReportNorm
from .log_report_refinement_type_1 import LogReportRefinementType1
from .multipliers import Multipliers
from .new_api_key import NewApiKey
from .new_api_key_scope import NewApiKeyScope
from .non_finite import NonFinite
from .norms_source import NormsSource
from .norms_source_norm import NormsSourceNorm
from .operation import Operation
from .operation_kind import OperationKind
from .operation_list import OperationList
from .operation_status import OperationStatus
from .optimizer import Optimizer
from .optimizer_engine import OptimizerEngine
from .optimizer_engine_name import OptimizerEngineName
from .optimizer_engine_precision import OptimizerEnginePrecision
from .optimizer_hyperparameters import OptimizerHyperparameters
from .optimizer_init_answer import OptimizerInitAnswer
from .optimizer_init_request import OptimizerInitRequest
from .optimizer_init_request_hyperparameters import OptimizerInitRequestHyperparameters
from .optimizer_init_request_parameters import OptimizerInitRequestParameters
from .optimizer_list import OptimizerList
from .optimizer_needs_item import OptimizerNeedsItem
from .optimizer_page import OptimizerPage
from .optimizer_page_hyperparameters import OptimizerPageHyperparameters
from .optimizer_page_needs_item import OptimizerPageNeedsItem
from .optimizer_page_update_type_0 import OptimizerPageUpdateType0
from .optimizer_replay_answer import OptimizerReplayAnswer
from .optimizer_replay_answer_evaluations_item import (
    OptimizerReplayAnswerEvaluationsItem,
)
from .optimizer_replay_answer_parameters import OptimizerReplayAnswerParameters
from .optimizer_replay_answer_trajectory_item import OptimizerReplayAnswerTrajectoryItem
from .optimizer_replay_request import OptimizerReplayRequest
from .optimizer_replay_request_diagnostics import OptimizerReplayRequestDiagnostics
from .optimizer_replay_request_hyperparameters import (
    OptimizerReplayRequestHyperparameters,
)
from .optimizer_replay_request_keep import OptimizerReplayRequestKeep
from .optimizer_replay_request_non_finite import OptimizerReplayRequestNonFinite
from .optimizer_replay_request_parameters import OptimizerReplayRequestParameters
from .optimizer_replay_request_precision import OptimizerReplayRequestPrecision
from .optimizer_replay_step import OptimizerReplayStep
from .optimizer_replay_step_gradients import OptimizerReplayStepGradients
from .optimizer_slot import OptimizerSlot
from .optimizer_slot_kind import OptimizerSlotKind
from .optimizer_source import OptimizerSource
from .optimizer_state import OptimizerState
from .optimizer_state_scalars import OptimizerStateScalars
from .optimizer_state_scalars_additional_property_type_1 import (
    OptimizerStateScalarsAdditionalPropertyType1,
)
from .optimizer_state_tensors import OptimizerStateTensors
from .optimizer_state_tensors_additional_property import (
    OptimizerStateTensorsAdditionalProperty,
)
from .optimizer_step_answer import OptimizerStepAnswer
from .optimizer_step_answer_evaluation import OptimizerStepAnswerEvaluation
from .optimizer_step_answer_parameters import OptimizerStepAnswerParameters
from .optimizer_step_request import OptimizerStepRequest
from .optimizer_step_request_diagnostics import OptimizerStepRequestDiagnostics
from .optimizer_step_request_gradients import OptimizerStepRequestGradients
from .optimizer_step_request_hyperparameters import OptimizerStepRequestHyperparameters
from .optimizer_step_request_non_finite import OptimizerStepRequestNonFinite
from .optimizer_step_request_parameters import OptimizerStepRequestParameters
from .optimizer_step_request_precision import OptimizerStepRequestPrecision
from .optimizer_tensor import OptimizerTensor
from .peak_request import PeakRequest
from .peak_request_loss import PeakRequestLoss
from .peak_request_runs_item import PeakRequestRunsItem
from .probe import Probe
from .probe_request import ProbeRequest
from .problem_description import ProblemDescription
from .problem_details import ProblemDetails
from .problem_list import ProblemList
from .read_columns import ReadColumns
from .read_gradient_norms_history import ReadGradientNormsHistory
from .read_gradient_norms_norm import ReadGradientNormsNorm
from .read_series_history import ReadSeriesHistory
from .read_series_name import ReadSeriesName
from .readiness import Readiness
from .readiness_checks import ReadinessChecks
from .readiness_checks_database import ReadinessChecksDatabase
from .readiness_checks_database_status import ReadinessChecksDatabaseStatus
from .readiness_checks_engine import ReadinessChecksEngine
from .readiness_checks_engine_status import ReadinessChecksEngineStatus
from .readiness_checks_service import ReadinessChecksService
from .readiness_checks_service_status import ReadinessChecksServiceStatus
from .readiness_status import ReadinessStatus
from .refinement import Refinement
from .refinement_preview import RefinementPreview
from .refinement_preview_losses_type_0 import RefinementPreviewLossesType0
from .refinement_preview_multipliers import RefinementPreviewMultipliers
from .refinement_preview_norms import RefinementPreviewNorms
from .refinement_preview_options import RefinementPreviewOptions
from .refinement_preview_options_loss import RefinementPreviewOptionsLoss
from .refinement_preview_options_method import RefinementPreviewOptionsMethod
from .refinement_preview_options_norm import RefinementPreviewOptionsNorm
from .refinement_preview_options_preset import RefinementPreviewOptionsPreset
from .refinement_preview_options_scale_by import RefinementPreviewOptionsScaleBy
from .refinement_preview_options_trim import RefinementPreviewOptionsTrim
from .refinement_preview_options_weighting import RefinementPreviewOptionsWeighting
from .refinement_report import RefinementReport
from .refinement_report_advice import RefinementReportAdvice
from .refinement_report_advice_verdict import RefinementReportAdviceVerdict
from .refinement_report_alternatives_item import RefinementReportAlternativesItem
from .refinement_report_alternatives_item_name import (
    RefinementReportAlternativesItemName,
)
from .refinement_report_alternatives_item_request import (
    RefinementReportAlternativesItemRequest,
)
from .refinement_report_alternatives_item_request_body import (
    RefinementReportAlternativesItemRequestBody,
)
from .refinement_report_alternatives_item_request_method import (
    RefinementReportAlternativesItemRequestMethod,
)
from .refinement_report_band import RefinementReportBand
from .refinement_report_band_buckets_item import RefinementReportBandBucketsItem
from .refinement_report_bound import RefinementReportBound
from .refinement_report_columns import RefinementReportColumns
from .refinement_report_engine import RefinementReportEngine
from .refinement_report_explained_type_0 import RefinementReportExplainedType0
from .refinement_report_losses import RefinementReportLosses
from .refinement_report_losses_use import RefinementReportLossesUse
from .refinement_report_numeric import RefinementReportNumeric
from .refinement_report_peak import RefinementReportPeak
from .refinement_report_points import RefinementReportPoints
from .refinement_report_runs_item import RefinementReportRunsItem
from .refinement_report_runs_item_points import RefinementReportRunsItemPoints
from .refinement_report_scaled_by import RefinementReportScaledBy
from .refinement_report_scaled_by_series import RefinementReportScaledBySeries
from .refinement_report_warnings_item import RefinementReportWarningsItem
from .refinement_report_warnings_item_code import RefinementReportWarningsItemCode
from .refinement_request import RefinementRequest
from .refinement_request_loss import RefinementRequestLoss
from .refinement_request_method import RefinementRequestMethod
from .refinement_request_norm import RefinementRequestNorm
from .refinement_request_preset import RefinementRequestPreset
from .refinement_request_scale_by import RefinementRequestScaleBy
from .refinement_request_trim import RefinementRequestTrim
from .refinement_request_weighting import RefinementRequestWeighting
from .replay_note import ReplayNote
from .replay_note_code import ReplayNoteCode
from .report_log_files_body import ReportLogFilesBody
from .report_log_input import ReportLogInput
from .report_log_norm import ReportLogNorm
from .report_log_parts import ReportLogParts
from .report_log_preset import ReportLogPreset
from .report_run_norm import ReportRunNorm
from .report_run_preset import ReportRunPreset
from .reported_comparison import ReportedComparison
from .reported_comparison_rows_item import ReportedComparisonRowsItem
from .reported_comparison_rows_item_bound_type_0 import (
    ReportedComparisonRowsItemBoundType0,
)
from .reported_comparison_rows_item_forecast_type_0 import (
    ReportedComparisonRowsItemForecastType0,
)
from .reported_exports import ReportedExports
from .reported_exports_targets_item import ReportedExportsTargetsItem
from .reported_exports_targets_item_text_type_0 import (
    ReportedExportsTargetsItemTextType0,
)
from .reported_exports_targets_item_text_type_1 import (
    ReportedExportsTargetsItemTextType1,
)
from .reported_forecast import ReportedForecast
from .reported_forecast_warnings_item import ReportedForecastWarningsItem
from .reported_refinement import ReportedRefinement
from .reported_series import ReportedSeries
from .reported_series_name import ReportedSeriesName
from .retention import Retention
from .retention_from import RetentionFrom
from .retention_update import RetentionUpdate
from .rule_schedule import RuleSchedule
from .rule_schedule_parameters import RuleScheduleParameters
from .rule_source import RuleSource
from .run import Run
from .run_create import RunCreate
from .run_create_labels import RunCreateLabels
from .run_create_step_unit import RunCreateStepUnit
from .run_labels import RunLabels
from .run_page import RunPage
from .run_patch import RunPatch
from .run_patch_labels_type_0 import RunPatchLabelsType0
from .run_patch_step_unit_type_0 import RunPatchStepUnitType0
from .run_put import RunPut
from .run_put_labels import RunPutLabels
from .run_put_step_unit import RunPutStepUnit
from .run_step_unit import RunStepUnit
from .schedule import Schedule
from .schedule_create import ScheduleCreate
from .schedule_create_loss import ScheduleCreateLoss
from .schedule_create_method import ScheduleCreateMethod
from .schedule_create_norm import ScheduleCreateNorm
from .schedule_create_preset import ScheduleCreatePreset
from .schedule_create_scale_by import ScheduleCreateScaleBy
from .schedule_create_trim import ScheduleCreateTrim
from .schedule_create_weighting import ScheduleCreateWeighting
from .schedule_page import SchedulePage
from .schedule_parameters import ScheduleParameters
from .schedule_rule import ScheduleRule
from .schedule_rule_elsewhere import ScheduleRuleElsewhere
from .schedule_rule_list import ScheduleRuleList
from .schedule_rule_made_from import ScheduleRuleMadeFrom
from .schedule_rule_parameters import ScheduleRuleParameters
from .series_receipt import SeriesReceipt
from .series_receipt_series import SeriesReceiptSeries
from .series_summary import SeriesSummary
from .series_summary_name import SeriesSummaryName
from .series_values import SeriesValues
from .series_view import SeriesView
from .series_view_name import SeriesViewName
from .step_diagnostics import StepDiagnostics
from .step_diagnostics_tensors import StepDiagnosticsTensors
from .step_multiplier import StepMultiplier
from .stepped_series_log import SteppedSeriesLog
from .tensor_diagnostics import TensorDiagnostics
from .uneven_gradient_norms import UnevenGradientNorms
from .uneven_gradient_norms_norm import UnevenGradientNormsNorm
from .uneven_series import UnevenSeries
from .uneven_series_name import UnevenSeriesName
from .version import Version
from .version_absent_engines_item import VersionAbsentEnginesItem
from .version_absent_engines_item_name import VersionAbsentEnginesItemName
from .version_database import VersionDatabase
from .version_database_kind import VersionDatabaseKind
from .view_series_name import ViewSeriesName
from .whoami import Whoami
from .whoami_key_type_0 import WhoamiKeyType0
from .whoami_limits import WhoamiLimits
from .whoami_scope import WhoamiScope

__all__ = (
    "ApiKey",
    "ApiKeyCreate",
    "ApiKeyCreateScope",
    "ApiKeyPage",
    "ApiKeyScope",
    "AppendGradientNormsNorm",
    "AppendGradientNormsOnConflict",
    "AppendReceipt",
    "AppendSeriesOnConflict",
    "AuditPage",
    "AuditRecord",
    "BestPeak",
    "BestPeakAtEdgeType0",
    "BestPeakBestType0",
    "BestPeakBestType0IntervalType0",
    "BestPeakFitType0",
    "BestPeakHorizonType0",
    "BestPeakRunsItem",
    "BestPeakWarningsItem",
    "BestPeakWarningsItemCode",
    "Bound",
    "BoundRequest",
    "BoundTerms",
    "BoundWeighted",
    "Candidate",
    "CandidateParameters",
    "ComparableNumbers",
    "ComparableNumbersCurveType0",
    "Comparison",
    "ComparisonRankingItem",
    "ComparisonRankingItemDrawn",
    "ComparisonRequest",
    "ComparisonWarningsItem",
    "ComparisonWarningsItemCode",
    "CreateHorizonLastBatch",
    "CreateHorizonUnit",
    "CreateRefinedScheduleLastBatch",
    "CreateRefinedScheduleUnit",
    "CreateScheduleLastBatch",
    "CreateScheduleUnit",
    "DrawForecastTheme",
    "DrawRunNorm",
    "DrawRunTheme",
    "DrawScheduleTheme",
    "DrawnLine",
    "Engine",
    "EngineName",
    "EnginePrecisionsItem",
    "Entrance",
    "EntranceLinks",
    "EntranceName",
    "EvenGradientNorms",
    "EvenGradientNormsNorm",
    "EvenSeries",
    "EvenSeriesLog",
    "EvenSeriesName",
    "ExportScheduleForm",
    "ExportScheduleResponse200",
    "ExportTarget",
    "ExportTargetAsksItem",
    "ExportTargetFormsItem",
    "ExportTargetList",
    "FitRequest",
    "Fits",
    "FitsFitsItem",
    "FitsFitsItemParameters",
    "FitsSegmentsItem",
    "FitsWarmupPolynomial",
    "Forecast",
    "ForecastCandidate",
    "ForecastCandidateParameters",
    "ForecastCurve",
    "ForecastFit",
    "ForecastFitCurvesItem",
    "ForecastForecastsItem",
    "ForecastForecastsItemCurveType0",
    "ForecastForecastsItemInterval",
    "ForecastForecastsItemScheduleType0",
    "ForecastForecastsItemScheduleType0Parameters",
    "ForecastLaw",
    "ForecastParameters",
    "ForecastRequest",
    "ForecastRequestBranches",
    "ForecastRequestLaw",
    "ForecastRequestSearch",
    "ForecastSearchType0",
    "ForecastSearchType0AtOwnPeakItem",
    "ForecastSearchType0AtOwnPeakItemParameters",
    "ForecastSearchType0AtPeakItem",
    "ForecastSearchType0AtPeakItemInterval",
    "ForecastSearchType0AtPeakItemParameters",
    "ForecastSelfType0",
    "ForecastSelfType0Interval",
    "ForecastSelfType0PathType0",
    "ForecastWarningsItem",
    "ForecastWarningsItemCode",
    "Generation",
    "GetMultiplierLastBatch",
    "GetMultiplierUnit",
    "GetOpenapiResponse200",
    "GoldenRun",
    "GoldenRunExpected",
    "GoldenRunExpectedDiagnosticsItem",
    "GoldenRunExpectedEvaluationsItem",
    "GoldenRunExpectedTrajectoryItem",
    "GoldenRunFloat32ErrorType0",
    "GoldenRuns",
    "GradientNormArrival",
    "GradientNormBucket",
    "GradientNormBuckets",
    "GradientNormHistory",
    "GradientNormPoint",
    "GradientNormPoints",
    "GradientNormSteps",
    "GradientNormValues",
    "HorizonCreate",
    "HorizonCreateMethod",
    "HorizonReport",
    "HorizonReportWarningsItem",
    "HorizonReportWarningsItemCode",
    "IgnoredColumn",
    "ImportLogFilesBody",
    "ImportLogInput",
    "ImportLogOnConflict",
    "ImportReceipt",
    "ImportedRun",
    "ImportedSeries",
    "ImportedSeriesName",
    "InvalidPart",
    "LearningRateAudit",
    "LearningRateAuditAgainstType0",
    "LearningRateAuditNearestType0",
    "LearningRateAuditNearestType0Parameters",
    "LearningRateAuditPoints",
    "LearningRateAuditRequest",
    "LearningRateFinding",
    "LearningRateFindingCode",
    "LearningRates",
    "Lineage",
    "LineageRun",
    "LineageSchedule",
    "ListRunsLabel",
    "Liveness",
    "LivenessStatus",
    "LogFacts",
    "LogReport",
    "LogReportComparisonType1",
    "LogReportExportsType1",
    "LogReportForecastType1",
    "LogReportNorm",
    "LogReportRefinementType1",
    "Multipliers",
    "NewApiKey",
    "NewApiKeyScope",
    "NonFinite",
    "NormsSource",
    "NormsSourceNorm",
    "Operation",
    "OperationKind",
    "OperationList",
    "OperationStatus",
    "Optimizer",
    "OptimizerEngine",
    "OptimizerEngineName",
    "OptimizerEnginePrecision",
    "OptimizerHyperparameters",
    "OptimizerInitAnswer",
    "OptimizerInitRequest",
    "OptimizerInitRequestHyperparameters",
    "OptimizerInitRequestParameters",
    "OptimizerList",
    "OptimizerNeedsItem",
    "OptimizerPage",
    "OptimizerPageHyperparameters",
    "OptimizerPageNeedsItem",
    "OptimizerPageUpdateType0",
    "OptimizerReplayAnswer",
    "OptimizerReplayAnswerEvaluationsItem",
    "OptimizerReplayAnswerParameters",
    "OptimizerReplayAnswerTrajectoryItem",
    "OptimizerReplayRequest",
    "OptimizerReplayRequestDiagnostics",
    "OptimizerReplayRequestHyperparameters",
    "OptimizerReplayRequestKeep",
    "OptimizerReplayRequestNonFinite",
    "OptimizerReplayRequestParameters",
    "OptimizerReplayRequestPrecision",
    "OptimizerReplayStep",
    "OptimizerReplayStepGradients",
    "OptimizerSlot",
    "OptimizerSlotKind",
    "OptimizerSource",
    "OptimizerState",
    "OptimizerStateScalars",
    "OptimizerStateScalarsAdditionalPropertyType1",
    "OptimizerStateTensors",
    "OptimizerStateTensorsAdditionalProperty",
    "OptimizerStepAnswer",
    "OptimizerStepAnswerEvaluation",
    "OptimizerStepAnswerParameters",
    "OptimizerStepRequest",
    "OptimizerStepRequestDiagnostics",
    "OptimizerStepRequestGradients",
    "OptimizerStepRequestHyperparameters",
    "OptimizerStepRequestNonFinite",
    "OptimizerStepRequestParameters",
    "OptimizerStepRequestPrecision",
    "OptimizerTensor",
    "PeakRequest",
    "PeakRequestLoss",
    "PeakRequestRunsItem",
    "Probe",
    "ProbeRequest",
    "ProblemDescription",
    "ProblemDetails",
    "ProblemList",
    "ReadColumns",
    "ReadGradientNormsHistory",
    "ReadGradientNormsNorm",
    "ReadSeriesHistory",
    "ReadSeriesName",
    "Readiness",
    "ReadinessChecks",
    "ReadinessChecksDatabase",
    "ReadinessChecksDatabaseStatus",
    "ReadinessChecksEngine",
    "ReadinessChecksEngineStatus",
    "ReadinessChecksService",
    "ReadinessChecksServiceStatus",
    "ReadinessStatus",
    "Refinement",
    "RefinementPreview",
    "RefinementPreviewLossesType0",
    "RefinementPreviewMultipliers",
    "RefinementPreviewNorms",
    "RefinementPreviewOptions",
    "RefinementPreviewOptionsLoss",
    "RefinementPreviewOptionsMethod",
    "RefinementPreviewOptionsNorm",
    "RefinementPreviewOptionsPreset",
    "RefinementPreviewOptionsScaleBy",
    "RefinementPreviewOptionsTrim",
    "RefinementPreviewOptionsWeighting",
    "RefinementReport",
    "RefinementReportAdvice",
    "RefinementReportAdviceVerdict",
    "RefinementReportAlternativesItem",
    "RefinementReportAlternativesItemName",
    "RefinementReportAlternativesItemRequest",
    "RefinementReportAlternativesItemRequestBody",
    "RefinementReportAlternativesItemRequestMethod",
    "RefinementReportBand",
    "RefinementReportBandBucketsItem",
    "RefinementReportBound",
    "RefinementReportColumns",
    "RefinementReportEngine",
    "RefinementReportExplainedType0",
    "RefinementReportLosses",
    "RefinementReportLossesUse",
    "RefinementReportNumeric",
    "RefinementReportPeak",
    "RefinementReportPoints",
    "RefinementReportRunsItem",
    "RefinementReportRunsItemPoints",
    "RefinementReportScaledBy",
    "RefinementReportScaledBySeries",
    "RefinementReportWarningsItem",
    "RefinementReportWarningsItemCode",
    "RefinementRequest",
    "RefinementRequestLoss",
    "RefinementRequestMethod",
    "RefinementRequestNorm",
    "RefinementRequestPreset",
    "RefinementRequestScaleBy",
    "RefinementRequestTrim",
    "RefinementRequestWeighting",
    "ReplayNote",
    "ReplayNoteCode",
    "ReportLogFilesBody",
    "ReportLogInput",
    "ReportLogNorm",
    "ReportLogParts",
    "ReportLogPreset",
    "ReportRunNorm",
    "ReportRunPreset",
    "ReportedComparison",
    "ReportedComparisonRowsItem",
    "ReportedComparisonRowsItemBoundType0",
    "ReportedComparisonRowsItemForecastType0",
    "ReportedExports",
    "ReportedExportsTargetsItem",
    "ReportedExportsTargetsItemTextType0",
    "ReportedExportsTargetsItemTextType1",
    "ReportedForecast",
    "ReportedForecastWarningsItem",
    "ReportedRefinement",
    "ReportedSeries",
    "ReportedSeriesName",
    "Retention",
    "RetentionFrom",
    "RetentionUpdate",
    "RuleSchedule",
    "RuleScheduleParameters",
    "RuleSource",
    "Run",
    "RunCreate",
    "RunCreateLabels",
    "RunCreateStepUnit",
    "RunLabels",
    "RunPage",
    "RunPatch",
    "RunPatchLabelsType0",
    "RunPatchStepUnitType0",
    "RunPut",
    "RunPutLabels",
    "RunPutStepUnit",
    "RunStepUnit",
    "Schedule",
    "ScheduleCreate",
    "ScheduleCreateLoss",
    "ScheduleCreateMethod",
    "ScheduleCreateNorm",
    "ScheduleCreatePreset",
    "ScheduleCreateScaleBy",
    "ScheduleCreateTrim",
    "ScheduleCreateWeighting",
    "SchedulePage",
    "ScheduleParameters",
    "ScheduleRule",
    "ScheduleRuleElsewhere",
    "ScheduleRuleList",
    "ScheduleRuleMadeFrom",
    "ScheduleRuleParameters",
    "SeriesReceipt",
    "SeriesReceiptSeries",
    "SeriesSummary",
    "SeriesSummaryName",
    "SeriesValues",
    "SeriesView",
    "SeriesViewName",
    "StepDiagnostics",
    "StepDiagnosticsTensors",
    "StepMultiplier",
    "SteppedSeriesLog",
    "TensorDiagnostics",
    "UnevenGradientNorms",
    "UnevenGradientNormsNorm",
    "UnevenSeries",
    "UnevenSeriesName",
    "Version",
    "VersionAbsentEnginesItem",
    "VersionAbsentEnginesItemName",
    "VersionDatabase",
    "VersionDatabaseKind",
    "ViewSeriesName",
    "Whoami",
    "WhoamiKeyType0",
    "WhoamiLimits",
    "WhoamiScope",
)
