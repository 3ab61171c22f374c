import { type Points, type Steps, stepMax } from '../../domain/gradient-norm.ts'
import { invalid } from '../../domain/problems.ts'
import type { NormReading } from './norm-reading.ts'

/**
 * Gradient norms as a log gave them: with `steps` where it names them, else values from a start step on, which the log may name or
 * not. Values are checked (no finite negative), steps too (whole, 0 … 2^53 − 1, strictly increasing).
 */
export interface NormLog {
  readonly values: Float64Array
  /** Null where the log has values alone. */
  readonly steps: Steps | null
  readonly startStep: number | null
  readonly stride: number | null
  /** What was read from where, for formats that have columns. */
  readonly columns?: NonNullable<NormReading['columns']>
}

/** What was read from a file, as a log. */
export const normLogOf = ({ points, columns }: NormReading): NormLog => ({
  values: points.values,
  steps: columns?.step === null ? null : points.steps,
  startStep: null,
  stride: null,
  ...(columns === null ? {} : { columns })
})

/** Where the values of a log start and how far apart they are, said outside of it. */
export interface Placement {
  readonly startStep?: number
  readonly stride?: number
}

/** The points of a log; `startless` where neither it nor the placement named a start step, so that they count from 0. */
export interface PlacedLog {
  readonly points: Points
  readonly startless: boolean
}

/**
 * Gives values their steps: `stride` apart, from `startStep` on. What log and placement both say must agree.
 * @throws Problem `invalid-request` at `query/startStep` or `query/stride`
 */
export function placeLog(log: NormLog, placement: Placement = {}): PlacedLog {
  if (log.steps !== null) {
    for (const name of ['startStep', 'stride'] as const) {
      if (placement[name] !== undefined) {
        throw invalid(`query/${name}`, 'The body names the step of each value itself.', `Leave ${name} out, or send values alone.`)
      }
    }
    return { points: { steps: log.steps, values: log.values }, startless: false }
  }
  const startStep = agreed('startStep', log.startStep, placement.startStep)
  const stride = agreed('stride', log.stride, placement.stride) ?? 1
  const first = startStep ?? 0
  if (log.values.length > 0 && first + (log.values.length - 1) * stride > stepMax) {
    const pointer = log.startStep === null && placement.startStep !== undefined ? 'query/startStep' : '/startStep'
    throw invalid(pointer, `The last of ${log.values.length} values would be beyond step ${stepMax} = 2^53 − 1.`)
  }
  return { points: { steps: { first, stride }, values: log.values }, startless: startStep === null }
}

function agreed(name: 'startStep' | 'stride', inLog: number | null, outside: number | undefined): number | null {
  if (inLog !== null && outside !== undefined && inLog !== outside) {
    throw invalid(`query/${name}`, `The query says ${name} ${outside}, the body says ${inLog}.`, 'Say it once.')
  }
  return inLog ?? outside ?? null
}
