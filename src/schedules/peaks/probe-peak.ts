/** What a short run of Prodigy or D-Adaptation says of the peak for Adam or AdamW. */
export interface ProbePeak {
  /** Median of d · rate over the last third; null where d has not settled. */
  readonly peakLearningRate: number | null
  readonly isSettled: boolean
  /** Median of d over the last third. */
  readonly distance: number
  /** Growth of d in the last third, as a fraction in 100 steps. */
  readonly growth: number
  /** First and last step of the last third. */
  readonly fromStep: number
  readonly toStep: number
  /** The sentence to act on. */
  readonly detail: string
}

/** d grows by less in 100 steps where it has settled. */
export const settledGrowth = 0.01
/** A shorter end says nothing of 100 steps. */
const endStepsMin = 50
/** Prodigy and D-Adaptation begin with d₀ = 10⁻⁶; one that has not left it has estimated nothing. */
const movedFactor = 1.5

/**
 * d estimates ‖x₀ − x*‖ from below, and never falls by itself; d · lr is the rate that Adam's update is multiplied by. So where d stands still,
 * that product is the peak for Adam and AdamW.
 * @param steps     ascending, shape `[n]`
 * @param distances d at these steps, shape `[n]`; what is not finite and above 0 is left out
 * @param rate      the largest learning rate of the probe, which d is multiplied by: 1 as a rule
 * @see Mishchenko and Defazio, *Prodigy*, 2023, arXiv:2306.06101, Algorithm 4; Defazio and Mishchenko, *D-Adaptation*, 2023, arXiv:2301.07733
 */
export function probePeak(steps: ArrayLike<number>, distances: ArrayLike<number>, rate: number): ProbePeak {
  const usable = Array.from(distances, (d, i) => ({ step: steps[i]!, d })).filter(({ d }) => d > 0 && d < Number.POSITIVE_INFINITY)
  const [first, last] = [usable[0], usable.at(-1)]
  if (first === undefined || last === undefined) return nothing('It has no values of d above 0.')
  const start = last.step - (last.step - first.step) / 3
  const end = usable.filter(({ step }) => step >= start)
  const distance = median(end.map(({ d }) => d))
  const span = last.step - end[0]!.step
  const growth = span > 0 ? (last.d / end[0]!.d) ** (100 / span) - 1 : Number.NaN
  const found = { distance, growth, fromStep: end[0]!.step, toStep: last.step }
  const refused = (detail: string): ProbePeak => ({ ...found, peakLearningRate: null, isSettled: false, detail })
  if (span < endStepsMin) {
    return refused(
      `The probe is too short: its last third spans ${span} steps, and ${endStepsMin} are needed. Let it train ${3 * endStepsMin} steps or more.`
    )
  }
  if (last.d < movedFactor * first.d && first.step < end[0]!.step && first.d <= startDistanceMax) {
    return refused(
      `d stands at ${short(last.d)}, where it began: it has estimated nothing. Train longer, with a larger d0, or without the warm-up, in which d does not move.`
    )
  }
  if (growth >= settledGrowth) {
    return refused(
      `d has not settled: between steps ${found.fromStep} and ${found.toStep} it grows by ${percent(growth)} in 100 steps, and less than ${percent(settledGrowth)} is asked. Train the probe on.`
    )
  }
  const peakLearningRate = distance * rate
  return {
    ...found,
    peakLearningRate,
    isSettled: true,
    detail:
      `d settled at ${short(distance)}${rate === 1 ? '' : `, at a rate of ${short(rate)}`}: ${short(peakLearningRate)} is the peak for Adam and AdamW on the same model, data and batch ` +
      'size. For SGD it is none. It is one estimate: try half and twice of it where runs are cheap.'
  }
}

/** A d that begins above this has been set by somebody who knows what it is. */
const startDistanceMax = 1e-5

const nothing = (detail: string): ProbePeak => ({
  peakLearningRate: null,
  isSettled: false,
  distance: Number.NaN,
  growth: Number.NaN,
  fromStep: 0,
  toStep: 0,
  detail
})

const short = (value: number): string => String(Number(value.toPrecision(3)))
const percent = (part: number): string => `${short(100 * part)} %`

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}
