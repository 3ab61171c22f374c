import { clippedNorms } from './clipped-norms.ts'
import { coarseStride } from './coarse-stride.ts'
import { collapsedNorms } from './collapsed-norms.ts'
import { earlySpike } from './early-spike.ts'
import { fewPoints } from './few-points.ts'
import { gaps } from './gaps.ts'
import { l2ForAdaptive } from './l2-for-adaptive.ts'
import { lossNotPositive } from './loss-not-positive.ts'
import { lossRange } from './loss-range.ts'
import { nonFinite } from './non-finite.ts'
import { shortRun } from './short-run.ts'
import type { FilteredNorms, Findings, Symptom } from './symptom.ts'
import { zero } from './zero.ts'

/** Every symptom. From this list come the warnings of a report, in this order, their codes in the contract, and the tests. */
export const symptoms: readonly Symptom[] = [
  clippedNorms,
  collapsedNorms,
  earlySpike,
  fewPoints,
  shortRun,
  coarseStride,
  gaps,
  nonFinite,
  zero,
  lossRange,
  lossNotPositive,
  l2ForAdaptive
]

/** A warning of a report: the code of its symptom, and what was seen in these norms. */
export interface Warning {
  readonly code: string
  readonly detail: string
}

/** Looks at the filtered norms for every symptom. What it returns judges the finished schedule: the warnings that apply, in the order of the list. */
export function examine(filtered: FilteredNorms, listed: readonly Symptom[] = symptoms): (findings: Findings) => Warning[] {
  const judgements = listed.map(({ code, examine }) => ({ code, judge: examine(filtered) }))
  return (findings) =>
    judgements.flatMap(({ code, judge }) => {
      const detail = judge(findings)
      return detail === null ? [] : [{ code, detail }]
    })
}
