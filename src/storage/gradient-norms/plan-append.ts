import { type Points, sameValue, stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import type { Append, AppendOutcome } from './series.ts'
import { addNew, countNonFinite, type SeriesState } from './series-state.ts'

/** What an append has to know of points that are not in memory, as of the state's version. */
export interface OlderPoints {
  valuesAt(steps: Float64Array): Promise<(number | undefined)[]>
  /** How many current points there are at steps ≥ this, and how many of them are not finite. */
  countFrom(step: number): Promise<{ points: number; nonFinite: number }>
  lastStepBelow(step: number): Promise<number | null>
}

/** Something that arrives in a series: points, or a mark that training went back. */
export type Arrival = { points: Points } | { resumeFrom: number }

/** Whether planning this append asks for points that are not in memory. */
export function needsOlder(state: SeriesState, { points, resumeFrom }: Append): boolean {
  if (state.points === 0) return false
  if (points.values.length > 0 && stepAt(points.steps, 0) < state.recent.floor) return true
  return resumeFrom !== undefined && (resumeFrom < state.recent.floor || state.recent.lastBelow(resumeFrom) === undefined)
}

/** An append that can be stored. Nothing has changed yet: of a request to several series each is checked before one is carried out. */
export interface CheckedAppend {
  /** Whether it has points, and the series has all of them already. */
  readonly isRepeat: boolean
  readonly received: number
  /** Points that it stores, unless the request is a retry. */
  readonly stores: number
  /**
   * What is to be stored, and the answer; changes the state as if it were stored.
   * @param isRetry whether the whole request was stored before: then training does not go back again
   */
  carryOut(isRetry: boolean): Promise<{ arrivals: Arrival[]; outcome: AppendOutcome }>
}

/**
 * Looks at what one append meets in a series.
 * @throws Problem `norm-conflict`, `start-step-required`
 */
export async function checkAppend(name: string, state: SeriesState, append: Append, older: OlderPoints): Promise<CheckedAppend> {
  const { points, resumeFrom } = append
  const received = points.values.length
  const found = received > 0 ? await currentValues(state, points, older) : []
  const isRepeat = received > 0 && found.length === received && found.every((value, i) => sameAs(value, points.values[i]!))
  if (!isRepeat && append.startless && state.points > 0) {
    const detail = `The series ${name} has ${state.points} points up to step ${state.lastStep}, so these values need the step of the first one.`
    const fix = 'Send `startStep` in the body or the query.'
    throw new Problem('start-step-required', detail, { errors: [{ pointer: '/startStep', detail, fix }] })
  }
  const changes = resumeFrom === undefined && !isRepeat && found.length > 0 ? sorted(name, append, found) : null
  const outcome = (appended: number, duplicates: number, superseded: number): AppendOutcome => ({
    received,
    appended,
    duplicates,
    superseded,
    points: state.points,
    lastStep: state.lastStep
  })

  const isStored = isRepeat && resumeFrom === undefined
  const stored = changes === null ? received : changes.fresh.length + changes.replaced.length
  return {
    isRepeat,
    received,
    stores: isStored ? 0 : stored,
    async carryOut(isRetry) {
      if (isRetry || isStored) return { arrivals: [], outcome: outcome(0, received, 0) }
      if (resumeFrom !== undefined) {
        const superseded = await goBack(state, resumeFrom, older)
        const arrivals: Arrival[] = superseded > 0 ? [{ resumeFrom }] : []
        if (received > 0) arrivals.push({ points: addAll(state, points) })
        return { arrivals, outcome: outcome(received, 0, superseded) }
      }
      if (received === 0) return { arrivals: [], outcome: outcome(0, 0, 0) }
      if (changes === null) return { arrivals: [{ points: addAll(state, points) }], outcome: outcome(received, 0, 0) }
      const changed = put(state, points, changes, found)
      return { arrivals: [{ points: changed }], outcome: outcome(stored, received - stored, changes.replaced.length) }
    }
  }
}

const sameAs = (value: number | undefined, other: number): boolean => value !== undefined && sameValue(value, other)

/** Indices of points. */
interface Changes {
  fresh: number[]
  replaced: number[]
}

/** Stores what is new and what replaces another value; gives these points. */
function put(state: SeriesState, points: Points, { fresh, replaced }: Changes, found: readonly (number | undefined)[]): Points {
  const changed = pick(
    points,
    [...fresh, ...replaced].sort((a, b) => a - b)
  )
  if (fresh.length > 0) {
    const added = pick(points, fresh)
    addNew(state, added, stepAt(added.steps, 0), stepAt(added.steps, fresh.length - 1))
  }
  for (const index of replaced) {
    state.nonFinite += (Number.isFinite(points.values[index]) ? 0 : 1) - (Number.isFinite(found[index]) ? 0 : 1)
  }
  state.recent.put(changed)
  return changed
}

/** The current values at the steps of points, in their order, up to the series' last step: shorter than the points where some lie beyond. */
async function currentValues(state: SeriesState, { steps, values }: Points, older: OlderPoints): Promise<(number | undefined)[]> {
  const last = state.lastStep ?? -1
  const old: number[] = []
  const found: (number | undefined)[] = []
  for (let i = 0; i < values.length; i++) {
    const step = stepAt(steps, i)
    if (step > last) break
    if (step < state.recent.floor) old.push(step)
    found.push(step < state.recent.floor ? undefined : state.recent.find(step))
  }
  // Steps increase, so the ones that are not in memory come first.
  if (old.length > 0) for (const [i, value] of (await older.valuesAt(Float64Array.from(old))).entries()) found[i] = value
  return found
}

/** The indices of points that are new and of those that replace another value; throws where that is not wanted. */
function sorted(name: string, { points, onConflict }: Append, found: readonly (number | undefined)[]): Changes {
  const fresh: number[] = []
  const replaced: number[] = []
  for (let i = 0; i < points.values.length; i++) {
    const current = found[i]
    const value = points.values[i]!
    if (current === undefined) fresh.push(i)
    else if (!sameValue(current, value)) {
      if (onConflict === 'reject') {
        const step = stepAt(points.steps, i)
        throw new Problem('norm-conflict', `Step ${step} of ${name} is stored with the value ${current}; the request has ${value}.`)
      }
      replaced.push(i)
    }
  }
  return { fresh, replaced }
}

function pick(points: Points, indices: readonly number[]): Points {
  if (indices.length === points.values.length) return points
  return {
    steps: Float64Array.from(indices, (i) => stepAt(points.steps, i)),
    values: Float64Array.from(indices, (i) => points.values[i]!)
  }
}

function addAll(state: SeriesState, points: Points): Points {
  addNew(state, points, stepAt(points.steps, 0), stepAt(points.steps, points.values.length - 1))
  state.recent.put(points)
  return points
}

/** Takes away the current points at steps ≥ `from`; gives their number. */
async function goBack(state: SeriesState, from: number, older: OlderPoints): Promise<number> {
  if (state.lastStep === null || from > state.lastStep) return 0
  if (from <= (state.firstStep as number)) {
    const all = state.points
    state.recent.clear(0)
    Object.assign(state, { points: 0, nonFinite: 0, firstStep: null, lastStep: null })
    return all
  }
  const inMemory = from >= state.recent.floor
  const last = (inMemory ? state.recent.lastBelow(from) : undefined) ?? (await older.lastStepBelow(from))
  const gone = inMemory ? removed(state.recent.removeFrom(from)) : await older.countFrom(from)
  if (!inMemory) state.recent.clear(from)
  state.points -= gone.points
  state.nonFinite -= gone.nonFinite
  state.lastStep = last
  return gone.points
}

const removed = (values: Float64Array) => ({ points: values.length, nonFinite: countNonFinite(values) })
