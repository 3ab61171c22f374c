import type { NormName } from '../../domain/gradient-norm.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { Columns } from '../charts/columns.ts'
import type { LossLine } from '../charts/forecast-chart.ts'

/** A series as it is drawn: the smallest and largest value of each column, from its first to its last step. */
export interface ReportSeries {
  readonly columns: Columns
  readonly firstStep: number
  readonly lastStep: number
  readonly points: number
  readonly nonFinite: number
  /** The column, field or tag that it was read from; null where there is none. */
  readonly source: string | null
}

/** A schedule that was refined, with what a person should know of it. */
export interface ReportRefinement {
  readonly preset: string
  readonly steps: number
  readonly advice: { readonly verdict: string; readonly detail: string }
  readonly warnings: readonly { readonly code: string; readonly detail: string }[]
  /** What the losses did, or would add. */
  readonly losses: string
  /** Single facts: name and value. */
  readonly facts: readonly (readonly [string, string])[]
  readonly multipliers: Columns
  readonly filtered: Columns
  readonly paper: Columns | null
  readonly nearest: { readonly name: string; readonly columns: Columns }
}

/** A schedule with its bound, and with its forecast where there is one: answers to two questions, never one number. */
export interface ComparedSchedule {
  readonly name: string
  readonly bound: { readonly value: number; readonly ratio: number; readonly bestPeak: number; readonly isBest: boolean } | null
  readonly forecast: { readonly loss: number; readonly low: number; readonly high: number; readonly isBest: boolean } | null
}

export interface ReportComparison {
  readonly rows: readonly ComparedSchedule[]
  readonly bounds: string
}

export interface ReportForecast {
  readonly law: string
  readonly peakLearningRate: number
  readonly summary: string
  readonly warnings: readonly { readonly code: string; readonly detail: string }[]
  /** Differences below are none. */
  readonly rmse: number
  readonly logged: LossLine
  readonly own: LossLine | null
  readonly others: readonly LossLine[]
}

/** A part that is there, or why it is not. */
export type Part<T> = T | { readonly missing: string }

export const isMissing = <T extends object>(part: Part<T>): part is { readonly missing: string } => 'missing' in part

/** A schedule for one trainer. */
export interface ReportExport {
  readonly name: string
  readonly title: string
  readonly usage: string
  readonly fileName: string
  readonly text: Part<{ readonly text: string }>
}

/** Everything that a report says. The same contents are the same bytes. */
export interface ReportContents {
  readonly title: string
  /** What it is about: a run of a service, or a file. */
  readonly subject: string
  /** Of Taper. */
  readonly version: string
  /** When what it is about last changed; null where nobody knows. */
  readonly dated: string | null
  readonly facts: readonly (readonly [string, string])[]
  readonly stepSource: string | null
  /** What the reader of a log wants to be known. */
  readonly notes: readonly string[]
  readonly norm: NormName
  readonly norms: ReportSeries | null
  readonly losses: ReportSeries | null
  readonly learningRates: ReportSeries | null
  /** What was logged besides, and is shown alone. */
  readonly others: readonly (ReportSeries & { readonly name: SeriesName })[]
  /** What rule the logged rates are; null where there are none. */
  readonly used: string | null
  readonly refinement: Part<ReportRefinement>
  readonly comparison: Part<ReportComparison>
  readonly forecast: Part<ReportForecast>
  readonly exports: Part<{ readonly targets: readonly ReportExport[]; readonly tolerance: number }>
}
