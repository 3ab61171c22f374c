import { asMeant, type Explanation, reachOf } from './explanation.ts'
import type { Finding, Stretch } from './findings/finding.ts'
import { held } from './findings/held.ts'
import { findingKinds } from './findings/index.ts'
import { notThis } from './findings/not-this.ts'
import type { LoggedRates } from './logged-rates.ts'
import type { MeantSchedule } from './meant-schedule.ts'
import { type Explained, stepPastEnd, stretchesOf } from './stretches.ts'

/** What rates are, against the schedule that was meant. */
export interface Audit {
  /** Every rate is that of the schedule at its step, or at one beside it, and none is past its end. */
  readonly follows: boolean
  /** In the order of their steps. */
  readonly findings: readonly Finding[]
}

/** Past the end by a step or two, a log is only counted or written otherwise. */
const stepsPastEndMin = 2

/**
 * Compares the rates that a trainer used with the schedule that was meant. Where they differ, explains the difference by the ways in
 * which trainers go wrong: pieces of the log, each of which one explanation fits.
 */
export function auditRates(rates: LoggedRates, meant: MeantSchedule): Audit {
  const explained = rates.largest === 0 ? [allHeld(rates, meant)] : stretchesOf(rates, meant, findingKinds)
  const findings = findingsIn(explained, rates, meant)
  const isPast = findings.some(({ code }) => code === held.code)
  const follows = !isPast && reachOf({ rates, meant }, asMeant(meant), 0).to === rates.count
  return { follows, findings }
}

/** Rates of 0 alone follow nothing. */
const allHeld = (rates: LoggedRates, meant: MeantSchedule): Explained => ({
  explanation: { ...asMeant(meant), held: 0 },
  from: 0,
  to: rates.count
})

function findingsIn(explained: readonly Explained[], rates: LoggedRates, meant: MeantSchedule): Finding[] {
  const end = explained.at(-1)?.to ?? 0
  const lastStep = rates.stepOf(rates.count - 1)
  // What explains less than half of a log is chance.
  if (end < rates.count / 2) {
    const from = reachOf({ rates, meant }, asMeant(meant), 0).to
    return [{ code: notThis.code, fromStep: rates.stepOf(from), toStep: lastStep, ...notThis.tell({} as Stretch)! }]
  }
  const stretches = explained.map(
    ({ explanation, from, to }, k): Stretch => ({
      explanation,
      fromStep: rates.stepOf(from),
      toStep: rates.stepOf(to - 1),
      before: explained[k - 1]?.explanation ?? asMeant(meant),
      isFirst: k === 0,
      isLast: to === rates.count,
      meant,
      scalePrecision: rates.scalePrecision
    })
  )
  const findings = stretches.flatMap((stretch, k) => [...told(stretch, stretches.slice(k + 1)), ...heldAfterEnd(stretch, rates)])
  if (end < rates.count)
    findings.push({ code: notThis.code, fromStep: rates.stepOf(end), toStep: lastStep, ...notThis.tell(stretches[0]!)! })
  return findings
}

/** What an explanation means, and how long it goes on: pieces that follow may share it. */
function told(stretch: Stretch, later: readonly Stretch[]): Finding[] {
  return findingKinds.flatMap((kind) => {
    const found = kind === notThis ? null : kind.tell(stretch)
    if (found === null) return []
    const shared = later.filter(({ explanation }) => isShared(kind.code, stretch.explanation, explanation))
    const lasts = found.offset === undefined && stretch.explanation.held === undefined && shared.length === later.length
    return [
      { code: kind.code, fromStep: stretch.fromStep, toStep: lasts ? (later.at(-1)?.toStep ?? stretch.toStep) : stretch.toStep, ...found }
    ]
  })
}

const isShared = (code: string, a: Explanation, b: Explanation): boolean =>
  code === 'scaled' ? a.scale === b.scale : a.slope === b.slope && a.curve === b.curve

/** Where a piece of the log goes on after its schedule has ended. */
function heldAfterEnd({ explanation, toStep, ...rest }: Stretch, rates: LoggedRates): Finding[] {
  const { curve, scale } = explanation
  const fromStep = stepPastEnd(explanation)
  const first = rates.indexAt(fromStep)
  const isFlat = curve.at(curve.peak) === curve.at(0) && curve.at(0) === curve.at(curve.n - 1)
  const points = rates.indexAt(toStep + 1) - first
  if (explanation.held !== undefined || isFlat || toStep - fromStep < stepsPastEndMin || points < 2) return []
  const value = scale * rest.meant.peakLearningRate * curve.at(curve.n - 1)
  const found = held.tell({ ...rest, explanation: { ...explanation, held: value }, fromStep, toStep, isFirst: false })
  return found === null ? [] : [{ code: held.code, fromStep, toStep, ...found }]
}
