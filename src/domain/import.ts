import type { SeriesName } from './series.ts'

/** A series of a log, and what became of it. */
export interface ImportedSeries {
  name: SeriesName
  /** The column, field or tag that it was read from; a pattern where several were combined. */
  source: string
  /** That of its steps; null where the points were numbered in order. */
  step: string | null
  points: number
  firstStep: number
  lastStep: number
  /** Values that are no points: without a step, with parts missing, or standing there again. */
  dropped: number
  /** Points that a later value took the place of, in the log or in the run. */
  superseded: number
  /** Points that are new in the run or replace another value; those that it had already. Neither where nothing was to be stored. */
  appended?: number
  duplicates?: number
}

/** A run of a log, and what became of it. */
export interface ImportedLogRun {
  runId: string
  /** As the log calls it, where that is no id. */
  name?: string
  series: ImportedSeries[]
  /** Columns with numbers that were not read. */
  ignored: { source: string; points: number }[]
  /** What the log says of the run. */
  facts: { totalSteps?: number; optimizer?: string; peakLearningRate?: number; weightDecay?: number; clipNorm?: number }
  /** What a person should know of how it was read. */
  warnings: string[]
}

/** What was read from where, and stored. */
export interface ImportReceipt {
  format: string
  runs: ImportedLogRun[]
}
