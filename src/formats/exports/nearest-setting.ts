import { Problem } from '../../domain/problems.ts'
import type { ExportedSchedule } from './export-target.ts'

/** Settings of another library's schedule, and the multipliers that its formula gives. */
export interface Setting {
  /** The multiplier of an optimizer step, counted from 0. */
  multiplier(step: number): number
}

/** A setting, and its largest error at any step. */
export interface NearestSetting<S extends Setting> {
  readonly setting: S
  readonly error: number
}

/** Default for the largest error of settings. */
export const nearEnough = 0.01

/** A long schedule is compared at about `comparedMax` evenly spaced steps, and at each of the first and last `endsCompared` steps. */
const comparedMax = 2 ** 17
const endsCompared = 2 ** 12

/**
 * Finds the setting with the smallest largest error; null if there are no settings.
 * @param from first step that is compared
 */
export function nearestSetting<S extends Setting>(multipliers: Float64Array, settings: readonly S[], from = 0): NearestSetting<S> | null {
  let nearest: NearestSetting<S> | null = null
  for (const setting of settings) {
    const error = errorOf(multipliers, setting, from, nearest?.error ?? Number.POSITIVE_INFINITY)
    if (nearest === null || error < nearest.error) nearest = { setting, error }
  }
  return nearest
}

/** The largest error; stops once it exceeds `known`. */
function errorOf(multipliers: Float64Array, setting: Setting, from: number, known: number): number {
  const n = multipliers.length
  const stride = Math.ceil(n / comparedMax)
  let error = 0
  for (let step = Math.min(from, n - 1); step < n; step += step < endsCompared || step >= n - endsCompared ? 1 : stride) {
    error = Math.max(error, Math.abs(multipliers[step]! - setting.multiplier(step)))
    if (error >= known) break
  }
  return error
}

/**
 * Returns the setting if it is near enough.
 * @param what    the library's schedules, as a plural noun phrase
 * @param instead a sentence on what to do otherwise
 * @throws Problem `export-does-not-fit`
 */
export function fitting<S extends Setting>(
  nearest: NearestSetting<S> | null,
  tolerance: number,
  { name, rule }: ExportedSchedule,
  { what, instead }: { what: string; instead: string }
): NearestSetting<S> {
  const allowed = tolerance === 0 ? nearEnough : tolerance
  if (nearest !== null && nearest.error <= allowed) return nearest
  const which = name === null ? `This schedule (rule ${rule})` : `The schedule ${JSON.stringify(name)}`
  if (nearest === null) throw new Problem('export-does-not-fit', `${which} is none of ${what}. ${instead}`)
  const rounded = Number((Math.ceil(nearest.error * 1000) / 1000).toFixed(3))
  throw new Problem(
    'export-does-not-fit',
    `The nearest of ${what} is off by up to ${percent(nearest.error)} of the peak rate. ${instead} Or take it with ?tolerance=${rounded}.`
  )
}

/** A fraction in percent, rounded up to two digits. */
export function percent(share: number): string {
  if (share <= 1e-6) return '0.0001 %'
  const digits = 10 ** (Math.floor(Math.log10(share * 100)) - 1)
  return `${Number((Math.ceil((share * 100) / digits - 1e-9) * digits).toPrecision(3))} %`
}

/** Says how near a setting is. */
export const closeness = (error: number): string =>
  error <= 1e-6 ? 'the schedule itself, to 1e-6' : `off by up to ${percent(error)} of the peak rate`
