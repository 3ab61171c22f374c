import { median } from '../../kernels/order-statistic.ts'
import { clippedNorms } from './clipped-norms.ts'
import { coarseStride } from './coarse-stride.ts'
import { collapsedNorms } from './collapsed-norms.ts'
import { concentrated } from './concentrated.ts'
import { earlySpike } from './early-spike.ts'
import { fewPoints } from './few-points.ts'
import { gaps } from './gaps.ts'
import { implausibleGain } from './implausible-gain.ts'
import { l2ForAdaptive } from './l2-for-adaptive.ts'
import { lossNotPositive } from './loss-not-positive.ts'
import { lossRange } from './loss-range.ts'
import { lossScale } from './loss-scale.ts'
import { lossSpan } from './loss-span.ts'
import { nonFinite } from './non-finite.ts'
import { overshoot } from './overshoot.ts'
import { risingNorms } from './rising-norms.ts'
import { rounded } from './rounded.ts'
import { shortRun } from './short-run.ts'
import { stretched } from './stretched.ts'
import type { FilteredNorms, Findings, Symptom } from './symptom.ts'
import { thinned } from './thinned.ts'
import { zero } from './zero.ts'

/**
 * Every symptom, the gravest first: what makes the norms something else than norms, what makes the schedule wrong, what makes it rough, what is only told.
 * From this list come the warnings of a report, in this order, their codes in the contract, and the tests. A symptom may ask which ones before it apply.
 */
export const symptoms: readonly Symptom[] = [
  lossScale,
  clippedNorms,
  concentrated,
  lossRange,
  overshoot,
  collapsedNorms,
  fewPoints,
  coarseStride,
  stretched,
  shortRun,
  risingNorms,
  rounded,
  lossSpan,
  lossNotPositive,
  earlySpike,
  implausibleGain,
  gaps,
  nonFinite,
  zero,
  l2ForAdaptive
]

/** A warning of a report: the code of its symptom, and what was seen in these norms. */
export interface Warning {
  readonly code: string
  readonly detail: string
}

/** Looks at the norms for every symptom. What it returns judges the finished schedule: the warnings that apply, in the order of the list. */
export function examine(filtered: FilteredNorms, listed: readonly Symptom[] = symptoms): (findings: Omit<Findings, 'found'>) => Warning[] {
  const few = thinned(filtered.norms)
  const examined = { ...filtered, thinned: few, median: median(few) }
  const judgements = listed.map(({ code, examine }) => ({ code, judge: examine(examined) }))
  return (findings) => {
    const warnings: Warning[] = []
    const found = new Set<string>()
    for (const { code, judge } of judgements) {
      const detail = judge({ ...findings, found })
      if (detail === null) continue
      warnings.push({ code, detail })
      found.add(code)
    }
    return warnings
  }
}
