import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { Waiting } from './append-queue.ts'
import { type Arrival, type CheckedAppend, checkAppend, needsOlder, type OlderPoints } from './plan-append.ts'
import type { Append, AppendOutcome, JointOutcome } from './series.ts'
import type { SeriesState } from './series-state.ts'

/** What the first requests of a group store, in each series that they touch, and what they are answered. */
export interface GroupPlan {
  /** How many requests it is about. */
  planned: number
  arrivals: Map<SeriesName, Arrival[]>
  settled: { waiting: Waiting; outcome: JointOutcome }[]
  refused: { waiting: Waiting; problem: Problem }[]
}

export interface GroupContext {
  readonly states: ReadonlyMap<SeriesName, SeriesState>
  readonly older: (name: SeriesName) => OlderPoints
}

/** Plans the first requests of a group that can go together; changes the states as if all were stored. */
export async function planGroup({ states, older }: GroupContext, group: readonly Waiting[]): Promise<GroupPlan> {
  const plan: GroupPlan = { planned: 0, arrivals: new Map(), settled: [], refused: [] }
  for (const waiting of group) {
    const appends = appendsOf(waiting, states)
    // Older points are read from the database, which does not have this group's own yet: such a request goes alone. So does one whose
    // answer is kept with it, which may fail by itself.
    const isKept = waiting.once !== undefined
    const alone = isKept || appends.some(([name, append]) => needsOlder(states.get(name) as SeriesState, append))
    if (alone && plan.planned > 0) break
    plan.planned++
    for (const [name] of appends) if (!plan.arrivals.has(name)) plan.arrivals.set(name, [])
    try {
      const checked: [SeriesName, CheckedAppend][] = []
      for (const [name, append] of appends) {
        checked.push([name, await checkAppend(name, states.get(name) as SeriesState, append, older(name))])
      }
      const outcome = new Map<SeriesName, AppendOutcome>()
      const isRetry = isStored(checked)
      if (!isRetry) allowNew(waiting, checked)
      for (const [name, one] of checked) {
        const done = await one.carryOut(isRetry)
        plan.arrivals.get(name)?.push(...done.arrivals)
        outcome.set(name, done.outcome)
      }
      plan.settled.push({ waiting, outcome })
    } catch (error) {
      if (!(error instanceof Problem) || error.type === 'overloaded') throw error
      plan.refused.push({ waiting, problem: error })
    }
    if (alone) break
  }
  return plan
}

function allowNew({ newPointsMax = Number.POSITIVE_INFINITY }: Waiting, checked: readonly [SeriesName, CheckedAppend][]): void {
  const stored = checked.reduce((sum, [, { stores }]) => sum + stores, 0)
  if (stored > newPointsMax) {
    throw new Problem('too-many-points', `The request has ${stored} new points; ${newPointsMax} more may be stored today.`)
  }
}

const nothing: Append['points'] = { steps: { first: 0, stride: 1 }, values: new Float64Array(0) }

/** What a request does to each series, in the order of names; where training went back, also to those that it does not name. */
function appendsOf({ appends, resumeAllFrom }: Waiting, states: GroupContext['states']): [SeriesName, Append][] {
  const all = new Map(appends)
  if (resumeAllFrom !== undefined) {
    for (const name of states.keys()) {
      if (!all.has(name)) all.set(name, { points: nothing, startless: false, onConflict: 'replace', resumeFrom: resumeAllFrom })
    }
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** Whether all that a request brings is stored: then it came before, and its answer was lost. */
function isStored(checked: readonly [SeriesName, CheckedAppend][]): boolean {
  const withPoints = checked.filter(([, { received }]) => received > 0)
  return withPoints.length > 0 && withPoints.every(([, { isRepeat }]) => isRepeat)
}
