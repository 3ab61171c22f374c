import { RefinementReport } from '../../refinement/report.ts'
import { auditSchemas } from './audit.ts'
import { learningRateAuditSchemas } from './audits.ts'
import { Bound, BoundRequest, Candidate, Comparison, ComparisonRequest, NormsSource } from './bounds.ts'
import { ExportTarget, ExportTargetList } from './exports.ts'
import { FitRequest, Fits } from './fits.ts'
import { numberSchemas } from './float.ts'
import { forecastSchemas } from './forecasts.ts'
import { gradientNormSchemas } from './gradient-norms.ts'
import { HorizonCreate, HorizonReport } from './horizon.ts'
import { importSchemas } from './imports.ts'
import { keySchemas } from './keys.ts'
import { lineageSchemas } from './lineage.ts'
import { Operation, OperationList } from './operation.ts'
import { optimizerCatalogueSchemas } from './optimizer-catalogue.ts'
import { optimizerSchemas } from './optimizers.ts'
import { peakSchemas } from './peaks.ts'
import { probeSchemas } from './probes.ts'
import { InvalidPart, ProblemDetails } from './problem-details.ts'
import { Engine, Entrance, Liveness, ProblemDescription, ProblemList, Readiness, Version } from './process.ts'
import { PreviewOptions, Refinement, RefinementPreview, RefinementRequest } from './refinement.ts'
import { reportSchemas } from './reports.ts'
import { retentionSchemas } from './retention.ts'
import { Run, RunCreate, RunPage, RunPatch, RunPut, SeriesSummary } from './run.ts'
import { Multipliers, Schedule, ScheduleCreate, SchedulePage, StepMultiplier } from './schedule.ts'
import { RuleSchedule, RuleSource, ScheduleRule, ScheduleRuleList } from './schedule-rule.ts'
import { seriesSchemas } from './series.ts'
import { SeriesView } from './series-view.ts'

/** Every schema that has a name in the contract. */
export const schemas = [
  ...numberSchemas,
  InvalidPart,
  ProblemDetails,
  Liveness,
  Readiness,
  Engine,
  Version,
  Entrance,
  ProblemDescription,
  ProblemList,
  SeriesSummary,
  Run,
  RunPage,
  RunCreate,
  RunPut,
  RunPatch,
  ...lineageSchemas,
  ...gradientNormSchemas,
  ...seriesSchemas,
  SeriesView,
  ...importSchemas,
  RefinementReport,
  RefinementRequest,
  Refinement,
  PreviewOptions,
  RefinementPreview,
  Operation,
  OperationList,
  HorizonReport,
  Schedule,
  SchedulePage,
  ScheduleCreate,
  Multipliers,
  StepMultiplier,
  FitRequest,
  Fits,
  HorizonCreate,
  RuleSource,
  ScheduleRule,
  ScheduleRuleList,
  RuleSchedule,
  NormsSource,
  Candidate,
  BoundRequest,
  Bound,
  ComparisonRequest,
  Comparison,
  ...learningRateAuditSchemas,
  ...peakSchemas,
  ...probeSchemas,
  ...forecastSchemas,
  ExportTarget,
  ExportTargetList,
  ...optimizerSchemas,
  ...optimizerCatalogueSchemas,
  ...keySchemas,
  ...auditSchemas,
  ...retentionSchemas,
  ...reportSchemas
]
