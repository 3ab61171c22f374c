/** What the service says, by its contract. */
import type { components } from '../../clients/typescript/src/contract.ts'

type Schemas = components['schemas']

export type Run = Schemas['Run']
export type Schedule = Schemas['Schedule']
export type Report = Schemas['RefinementReport']
export type RefinementPreview = Schemas['RefinementPreview']
export type RefinementOptions = Schemas['RefinementPreviewOptions']
export type RateAudit = Schemas['LearningRateAudit']

/** A page of a list, newest first. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}
export type LogReport = Schemas['LogReport']
export type DrawnLine = Schemas['DrawnLine']
export type ScheduleRule = Schemas['ScheduleRule']
export type Comparison = Schemas['Comparison']
export type Forecast = Schemas['Forecast']
export type ExportTarget = Schemas['ExportTarget']
export type Operation = Schemas['Operation']
export type ApiKey = Schemas['ApiKey']
export type NewApiKey = Schemas['NewApiKey']
export type Whoami = Schemas['Whoami']
export type Optimizer = Schemas['Optimizer']
export type OptimizerPage = Schemas['OptimizerPage']
export type GoldenRuns = Schemas['GoldenRuns']
export type ReplayAnswer = Schemas['OptimizerReplayAnswer']
