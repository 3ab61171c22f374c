import type { StepDiagnostics } from './replay.ts'

/** What a replay shows of the estimate d, in words: what was seen, and what those who wrote and use the methods advise. */
export interface ReplayNote {
  readonly code: 'd-stands-still' | 'd-runs-away'
  readonly detail: string
  readonly advice: string
  readonly sources: readonly string[]
}

/** Steps before which d tells nothing. */
const stepsMin = 20
/** Norms as near to the largest as clipped ones are, and how many of them make a log a clipped one. */
const clippedWithin = 1e-5
const clippedShareMin = 0.5
/** By what factor d grows in the last quarter of a replay where it has not settled: where norms are clipped, and after so many steps where not. */
const growthOfClipped = 1.02
const growthOfOthers = 1.2
const settledBy = 200

/**
 * Notes on the methods that estimate the distance d to the solution: Prodigy and D-Adaptation.
 * @param d0      the estimate that they start from; undefined for all other methods
 * @param reports of the steps, in order
 */
export function distanceNotes(d0: number | undefined, reports: readonly StepDiagnostics[]): ReplayNote[] {
  const counted = reports.filter(({ d, effectiveLearningRate = 0, skipped }) => d !== undefined && effectiveLearningRate > 0 && !skipped)
  if (d0 === undefined || counted.length < stepsMin) return []
  if (counted.every(({ d }) => d === d0)) return [standsStill(d0, counted)]
  const last = counted.at(-1)!.d!
  const growth = last / counted[Math.floor((counted.length * 3) / 4) - 1]!.d!
  const clipped = clippedShare(counted)
  if (clipped.share >= clippedShareMin && growth >= growthOfClipped) return [runsAway(last, growth, clipped)]
  return counted.length >= settledBy && growth >= growthOfOthers ? [runsAway(last, growth, undefined)] : []
}

const readme = 'https://github.com/LoganBooker/prodigy-plus-schedule-free#prodigy-faq'

function standsStill(d0: number, reports: readonly StepDiagnostics[]): ReplayNote {
  const estimates = reports.map(({ dHat = 0 }) => dHat)
  const negative = estimates.filter((dHat) => dHat < 0).length
  const why =
    negative > reports.length / 2
      ? `d̂ was negative in ${negative} of them: the gradients lead back to where training started, as where d0 exceeds the distance to the solution, or where noise exceeds what they agree on`
      : `d̂ was at most ${text(estimates.reduce((a, b) => Math.max(a, b)))}, no more than d`
  return {
    code: 'd-stands-still',
    detail: `d is still d0, ${text(d0)}, after ${reports.length} steps: ${why}. So every step has the length of that first estimate.`,
    advice:
      'Check that the learning rate is 1 and not that of another optimizer, and that no warm-up or clipping hides the first gradients. Where d0 may be ' +
      'too large, lower it to 1e-7 or 1e-8; where it starves the method, raise it to 1e-5 or 1e-4; for Prodigy, try dCoef 2.',
    sources: [readme, 'https://github.com/facebookresearch/dadaptation/issues/42']
  }
}

function runsAway(d: number, growth: number, clipped: { share: number; norm: number } | undefined): ReplayNote {
  const still = `d is ${text(d)} and still grows, by a factor of ${text(growth)} over the last quarter of the steps`
  const schedule =
    'Give a schedule that decays, as cosine or linear: the rate is d times it, and d never falls. growthRate (1.02, say) limits how fast d grows; ' +
    'for Prodigy, dCoef below 1 lowers d, and safeguardWarmup keeps a warm-up from raising it.'
  if (clipped === undefined) {
    return {
      code: 'd-runs-away',
      detail: `${still}. Where gradients do not shrink, as in the fine-tuning of diffusion models, d may grow for ever.`,
      advice: schedule,
      sources: ['https://github.com/LoganBooker/prodigy-plus-schedule-free#details', 'arXiv:2306.06101']
    }
  }
  const share = Math.round(100 * clipped.share)
  return {
    code: 'd-runs-away',
    detail: `${still}, while ${share} % of the gradients have the norm ${text(clipped.norm)}, as clipped ones do. A clipped gradient hides that steps have become too long.`,
    advice: `Train without clipping, or clip at a norm that few gradients reach, and watch d. ${schedule}`,
    sources: [
      'https://github.com/konstmish/prodigy/issues/13',
      'https://github.com/LoganBooker/prodigy-plus-schedule-free#details',
      'arXiv:2306.06101'
    ]
  }
}

/** The largest norm, and the share of norms that are equal to it but for rounding. */
function clippedShare(reports: readonly StepDiagnostics[]): { share: number; norm: number } {
  const norm = reports.reduce((largest, { gradientNorm }) => Math.max(largest, gradientNorm), 0)
  const equal = reports.filter(({ gradientNorm }) => gradientNorm >= norm * (1 - clippedWithin)).length
  return { share: norm > 0 ? equal / reports.length : 0, norm }
}

const text = (value: number): string => String(Number(value.toPrecision(3)))
