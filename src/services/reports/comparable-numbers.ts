import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'

/** Most numbers of each list. */
const countMax = 4096

/** Few enough numbers of a log to ask with, again and again, how other schedules compare on it. */
export interface ComparableNumbers {
  /** Norms of successive parts of the log, each the root of the mean square: of squares bounds are made. */
  readonly norms: readonly number[]
  /** Losses with the learning rates at their steps; null where there are no losses or no rates. */
  readonly curve: {
    readonly steps: readonly number[]
    readonly losses: readonly number[]
    readonly learningRates: readonly (number | null)[]
  } | null
}

export const comparableNumbers = (points: LoggedNorms, rates: Points | null): ComparableNumbers => ({
  norms: points.values.length === 0 ? [] : meanSquares(points),
  curve: points.losses == null || rates === null || rates.values.length < 2 ? null : curveOf(points.losses, rates)
})

/** Over parts of equal extent in steps; a part without a norm has that of the part before. */
function meanSquares({ steps, values }: Points): number[] {
  const [first, last] = [stepAt(steps, 0), stepAt(steps, values.length - 1)]
  const parts = Math.min(countMax, values.length)
  const [sums, counts] = [new Float64Array(parts), new Float64Array(parts)]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) continue
    const part = last > first ? Math.min(parts - 1, Math.floor(((stepAt(steps, i) - first) / (last - first + 1)) * parts)) : 0
    sums[part]! += value * value
    counts[part]!++
  }
  const norms: number[] = []
  for (let part = 0; part < parts; part++) {
    const norm = counts[part]! > 0 ? Math.sqrt(sums[part]! / counts[part]!) : norms.at(-1)
    if (norm !== undefined && Number.isFinite(norm)) norms.push(norm)
  }
  return norms
}

/** Every k-th finite loss, so that its scatter stays. */
function curveOf(losses: Points, rates: Points): ComparableNumbers['curve'] {
  const finite: number[] = []
  for (let i = 0; i < losses.values.length; i++) if (Number.isFinite(losses.values[i]!)) finite.push(i)
  const every = Math.max(1, Math.ceil(finite.length / countMax))
  const kept = finite.filter((_, k) => k % every === 0 || k === finite.length - 1)
  const steps = kept.map((i) => stepAt(losses.steps, i))
  return { steps, losses: kept.map((i) => losses.values[i]!), learningRates: ratesAt(rates, steps) }
}

/** On a line between the logged ones before and after; null beyond them. */
function ratesAt({ steps, values }: Points, at: readonly number[]): (number | null)[] {
  let k = 0
  return at.map((step) => {
    while (k + 1 < values.length && stepAt(steps, k + 1) <= step) k++
    const [here, value] = [stepAt(steps, k), values[k]!]
    if (step < here || !Number.isFinite(value)) return null
    if (step === here) return value
    const next = values[k + 1]
    if (next === undefined || !Number.isFinite(next)) return null
    return value + ((next - value) * (step - here)) / (stepAt(steps, k + 1) - here)
  })
}
