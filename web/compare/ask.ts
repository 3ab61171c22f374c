import { ask } from '../api/client.ts'
import type { Comparison, Forecast } from '../api/types.ts'
import { piecewise, type Request, type Subject } from './subject.ts'

/** What the norms say of a schedule: its bound at its own best peak, and its shape. */
export interface Bound {
  readonly bound: number
  readonly peak: number
  readonly steps: readonly number[]
  readonly multipliers: readonly number[]
}

/** What a law says of it at one peak. */
export interface Predicted {
  readonly loss: number
  readonly low: number
  readonly high: number
}

export interface Predictions {
  readonly of: Readonly<Record<string, Predicted>>
  readonly peak: number
  readonly law: string
  /** Differences below are none. */
  readonly rmse: number
  readonly identified: boolean
  readonly warnings: Forecast['warnings']
}

/** A schedule of the comparison. */
export interface Named {
  readonly key: string
  readonly request: Request
}

const shapePoints = 200

export async function askBounds(subject: Subject, named: readonly Named[], signal?: AbortSignal): Promise<Record<string, Bound>> {
  const candidates = named.map(({ key, request }) => ({ ...request, name: key }))
  // A stored schedule has a length of its own.
  const steps = named.some(({ request }) => request.scheduleId !== undefined) ? {} : { steps: subject.steps }
  const body = { candidates, norms: subject.norms, points: shapePoints, ...steps }
  const { ranking } = await ask<Comparison>('v1/comparisons', { method: 'POST', body, ...(signal && { signal }) })
  return Object.fromEntries(
    ranking.map(({ name, optimalBound, optimalRate, drawn }) => [
      name,
      { bound: Number(optimalBound), peak: Number(optimalRate), steps: drawn?.steps ?? [], multipliers: drawn?.multipliers ?? [] }
    ])
  )
}

/** @param shapes of those that have no rule, by key: what the bounds were answered with */
export async function askLosses(
  subject: Subject,
  named: readonly Named[],
  shapes: Readonly<Record<string, Bound>>,
  peak: number | null,
  signal?: AbortSignal
): Promise<Predictions> {
  const candidates = named.map(({ key, request }) => {
    const known = shapes[key]
    const asked = request.rule === 'refined' && known !== undefined ? piecewise(known.steps, known.multipliers) : request
    return { ...asked, name: key, ...(peak !== null && { peakLearningRate: peak }) }
  })
  const steps = named.some(({ request }) => request.scheduleId !== undefined) ? {} : { steps: subject.steps }
  const body = { curves: [subject.curve], candidates, ...steps }
  const answer = await ask<Forecast>('v1/forecasts', { method: 'POST', body, ...(signal && { signal }) })
  return {
    of: Object.fromEntries(answer.forecasts.map(({ name, finalLoss, interval }) => [name, { loss: finalLoss, ...interval }])),
    peak: answer.forecasts[0]?.peakLearningRate ?? peak ?? 0,
    law: answer.law,
    rmse: answer.fit.rmse,
    identified: answer.identified,
    warnings: answer.warnings
  }
}
