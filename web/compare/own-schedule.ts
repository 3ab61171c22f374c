import { type CooldownShape, cooldownShapes, cooledDown } from '../../src/schedules/parts/cooldown-shapes.ts'
import type { Request } from './subject.ts'

export { type CooldownShape, cooldownShapes }

/** A schedule that a person shapes: linear warm-up, plateau, cooldown. Ends of the parts are shares of the steps. */
export interface Own {
  readonly warmup: number
  readonly cooldown: number
  readonly shape: CooldownShape
  readonly final: number
}

export const usualOwn: Own = { warmup: 0.05, cooldown: 0.8, shape: 'linear', final: 0 }

/** Whole steps of the two corners: the warm-up has `rise` steps, the cooldown begins at `fall`. */
export function corners({ warmup, cooldown }: Own, n: number): { rise: number; fall: number } {
  const rise = Math.min(n - 1, Math.max(0, Math.round(warmup * n)))
  return { rise, fall: Math.min(n - 1, Math.max(rise, Math.round(cooldown * n))) }
}

/** As the service is asked about it: the same shape by its rules. */
export function requestOf(own: Own, n: number): Request {
  const { rise, fall } = corners(own, n)
  const stage = { rule: 'wsd', parameters: { cooldown: (n - fall) / (n - rise), shape: own.shape, final: own.final } }
  return rise === 0 ? stage : { rule: 'warmup', parameters: { length: rise === 1 ? 1 : rise / n, of: stage } }
}

/** The curve at even steps and at its corners, as those rules make it. */
export function curveOf(own: Own, n: number, count = 200): { steps: number[]; multipliers: number[] } {
  const { rise, fall } = corners(own, n)
  const even = Array.from({ length: Math.min(count, n) }, (_, k) => Math.round((k * (n - 1)) / Math.max(1, Math.min(count, n) - 1)))
  const steps = [...new Set([...even, Math.max(0, rise - 1), fall - 1, fall])].filter((step) => step >= 0 && step < n).sort((a, b) => a - b)
  return { steps, multipliers: steps.map((step) => at(step, own, rise, fall, n)) }
}

function at(step: number, { shape, final }: Own, rise: number, fall: number, n: number): number {
  if (step < rise) return (step + 1) / rise
  return step < fall ? 1 : cooledDown(shape, (step - fall + 1) / (n - fall), final)
}

const shareOf = (query: URLSearchParams, name: string, usual: number): number => {
  const value = Number(query.get(name) ?? usual)
  return value >= 0 && value <= 1 ? value : usual
}

/** The schedule that an address has. */
export function ownIn(query: URLSearchParams): Own {
  const cooldown = shareOf(query, 'cooldown', usualOwn.cooldown)
  return {
    cooldown,
    warmup: Math.min(cooldown, shareOf(query, 'warmup', usualOwn.warmup)),
    shape: (query.get('shape') as Own['shape']) ?? usualOwn.shape,
    final: Math.min(0.99, shareOf(query, 'final', usualOwn.final))
  }
}

/** The same as a query; what is usual is left out. */
export const queryOf = ({ warmup, cooldown, shape, final }: Own) => ({
  warmup: Number(warmup.toFixed(4)),
  cooldown: Number(cooldown.toFixed(4)),
  shape: shape === usualOwn.shape ? null : shape,
  final: final === 0 ? null : final
})
