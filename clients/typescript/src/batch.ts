import type { Schemas } from './api.ts'

/** Names of norms in the HTTP API. */
export type NormName = 'l1' | 'l2' | 'linf'

/** Values of one step, by the names that JavaScript has for series. */
export interface StepValues {
  /** ‖g‖₁ of the raw gradient, before clipping, over all parameters together. */
  readonly l1?: number
  /** ‖g‖₂ of the raw gradient. */
  readonly l2?: number
  /** ‖g‖∞ of the raw gradient. */
  readonly linf?: number
  /** Training loss of the step, or its mean since the last one logged. */
  readonly loss?: number
  /** Evaluation loss. */
  readonly evalLoss?: number
  /** The rate that the step used. */
  readonly learningRate?: number
  /** ‖w‖₂ before the step. */
  readonly weightNorm?: number
  /** ‖Δw‖₂ of the step. */
  readonly updateNorm?: number
  /** d of D-Adaptation and Prodigy. */
  readonly distance?: number
}

/** Names of series in the HTTP API, and whether their values may be negative. */
export const seriesOf = {
  l1: { name: 'l1', isSigned: false },
  l2: { name: 'l2', isSigned: false },
  linf: { name: 'linf', isSigned: false },
  loss: { name: 'loss', isSigned: true },
  evalLoss: { name: 'eval-loss', isSigned: true },
  learningRate: { name: 'learning-rate', isSigned: false },
  weightNorm: { name: 'weight-norm', isSigned: false },
  updateNorm: { name: 'update-norm', isSigned: false },
  distance: { name: 'distance', isSigned: false }
} as const satisfies { readonly [key in keyof StepValues]-?: { readonly name: string; readonly isSigned: boolean } }

export type SeriesName = (typeof seriesOf)[keyof typeof seriesOf]['name']

/** A number in JSON. NaN and the infinities, which JSON lacks, are strings. */
type WireNumber = Schemas['Float']

export const wireNumber = (value: number): WireNumber => (Number.isFinite(value) ? value : (String(value) as WireNumber))

/** Values of several series on one axis of steps, sent in one request. Steps strictly increase; null is no point. */
export interface SeriesBatch {
  /** The step at which training resumed from a checkpoint before these points. */
  readonly resumeFrom: number | null
  readonly steps: number[]
  /** As many values as steps, or fewer: those that are missing at the end are no points. */
  readonly series: { [name in SeriesName]?: (number | null)[] }
}

/** Norms of one series, as versions before 0.2 left them in the spool. */
export interface NormBatch {
  readonly norm: NormName
  readonly resumeFrom: number | null
  readonly steps: number[]
  readonly values: number[]
}

export type Batch = SeriesBatch | NormBatch

/**
 * Puts a value at the row of its step.
 * @returns false where there is no place for it: its step has a value already, or would not be the largest
 */
export function put({ steps, series }: SeriesBatch, name: SeriesName, step: number, value: number): boolean {
  const last = steps.at(-1) ?? -1
  let row = steps.length
  if (step > last) steps.push(step)
  else row = step === last ? row - 1 : steps.lastIndexOf(step)
  if (row === -1) return false
  const column = (series[name] ??= [])
  if (row < column.length && column[row] !== null) return false
  while (column.length < row) column.push(null)
  column[row] = value
  return true
}

/** Points of a batch. */
export function sizeOf(batch: Batch): number {
  if ('norm' in batch) return batch.steps.length
  return Object.values(batch.series).reduce((sum, values) => sum + values.length, 0)
}

type Axis = { startStep: number } | { steps: number[] }

/** Consecutive steps are sent as the first one only. */
function axisOf(steps: number[]): Axis {
  const startStep = steps[0] ?? 0
  return steps.every((step, index) => step === startStep + index) ? { startStep } : { steps }
}

/** The request body of a batch of norms. */
export const normBodyOf = ({ steps, values }: NormBatch): Axis & { values: WireNumber[] } => ({
  ...axisOf(steps),
  values: values.map(wireNumber)
})

/** The request body of a batch: every list is as long as the steps. */
export function bodyOf({ steps, series }: SeriesBatch): Axis & { series: { [name: string]: (WireNumber | null)[] } } {
  const lists = Object.entries(series).map(([name, values]) => [name, steps.map((_, row) => wireOrNull(values[row] ?? null))])
  return { ...axisOf(steps), series: Object.fromEntries(lists) }
}

const wireOrNull = (value: number | null): WireNumber | null => (value === null ? null : wireNumber(value))

/** A batch as a line of the spool. NaN and infinities survive. */
export function lineOf(batch: Batch): string {
  if ('norm' in batch) return `${JSON.stringify({ ...batch, values: batch.values.map(wireNumber) })}\n`
  const lists = Object.entries(batch.series).map(([name, values]) => [name, values.map(wireOrNull)])
  return `${JSON.stringify({ ...batch, series: Object.fromEntries(lists) })}\n`
}

/** The batch of a line of the spool. @throws SyntaxError the line was cut off */
export function batchOf(line: string): Batch {
  const batch = JSON.parse(line) as Batch
  if ('norm' in batch) return { ...batch, values: batch.values.map(Number) }
  const lists = Object.entries(batch.series).map(([name, values]) => [name, values.map((value) => (value === null ? null : Number(value)))])
  return { ...batch, series: Object.fromEntries(lists) }
}
