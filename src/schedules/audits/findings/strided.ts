import { type Explanation, positionAt, probes } from '../explanation.ts'
import { positionsOf } from '../meant-schedule.ts'
import { type FindingKind, isOne, short } from './finding.ts'
import { wholeNear } from './scaled.ts'

/** Most processes or batches that are looked for. */
const strideMax = 65_536

/** Strides that are looked for in any log: processes and batches come in these numbers. */
const usualStrides = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 48, 64, 100, 128, 256, 512, 1024].flatMap((m) => [m, 1 / m])

/** A log that passes fewer positions of a schedule does not show its shape. */
const positionsMin = 8

/** The scale that is nearest to rates and what was expected of them, by least squares; null where nothing was. */
function scaleOf(pairs: readonly (readonly [rate: number, expected: number])[]): number | null {
  let above = 0
  let below = 0
  for (const [rate, expected] of pairs) {
    above += rate * expected
    below += expected * expected
  }
  return above > 0 && below > 0 ? above / below : null
}

/** The schedule advances m steps at a time, or one step in m. */
export const strided: FindingKind = {
  code: 'strided',
  meaning: 'the schedule advances `factor` steps at a step: m with m processes or batches, 1/m where it is stepped once in m steps',
  propose({ rates, meant, from, before }) {
    const { curve } = before
    const begins = from === 0 ? 0 : rates.stepOf(from)
    const base = from === 0 ? 0 : positionAt(before, begins)
    const tried = probes({ rates, from }).map((index) => ({ passed: rates.stepOf(index) - begins, rate: rates.rateOf(index) }))
    const slopes = new Set(usualStrides)
    for (const { passed, rate } of tried) {
      if (passed <= 0) continue
      for (const position of positionsOf(curve, rate / (before.scale * meant.peakLearningRate))) {
        const slope = (position - base) / passed
        const near = slope >= 1 ? Math.round(slope) : 1 / Math.round(1 / slope)
        if (slope > 0 && !isOne(near) && near <= strideMax && near >= 1 / strideMax) slopes.add(near)
      }
    }
    const passes = rates.stepOf(rates.count - 1) - begins
    return [...slopes].flatMap((slope) => {
      if (slope * passes < positionsMin) return []
      const strided: Explanation = { curve, slope, intercept: base - slope * begins, scale: before.scale }
      if (from > 0) return [strided]
      // The peak may be another, too; or nobody has said it, and the log has missed it.
      const found = scaleOf(tried.map(({ passed, rate }) => [rate, meant.peakLearningRate * curve.at(slope * passed)]))
      if (found === null || isOne(found / before.scale, rates.scalePrecision)) return [strided]
      return [strided, { ...strided, scale: wholeNear(found, rates.scalePrecision) }]
    })
  },
  tell({ explanation: { slope }, before, isFirst, fromStep, meant }) {
    const factor = slope / (isFirst ? 1 : before.slope)
    if (isOne(factor)) return null
    const since = isFirst ? '' : ` from step ${fromStep} on`
    if (factor > 1) {
      return {
        factor,
        detail: `The schedule advances ${short(factor)} steps at each step of the optimizer${since}, so that its ${meant.n} steps are over after ${Math.ceil(meant.n / factor)}.`,
        fix:
          `${short(factor)} is the number of processes, of batches that are accumulated, or of both, or the schedule was made for ${Math.round(meant.n / factor)} steps. accelerate steps a prepared scheduler once a process: make it for ` +
          'steps × num_processes, as the scripts of diffusers do with num_warmup_steps and num_training_steps, or do not prepare it. Where batches are accumulated, call scheduler.step() only where ' +
          'optimizer.step() is called (accelerator.sync_gradients). Transformers steps its scheduler itself: do not step it, too. In Lightning with manual optimization, step it once an optimizer step. ' +
          'In Megatron a schedule in samples (--lr-decay-samples) advances by the global batch size.'
      }
    }
    const m = Math.round(1 / factor)
    return {
      factor,
      detail: `The schedule advances one step in ${m} steps of the optimizer${since}: after its ${meant.n} steps it is ${short(100 / m)} % done.`,
      fix:
        `scheduler.step() is called once in ${m} optimizer steps: once an epoch (Lightning's default: set "interval": "step"), once for all processes of a schedule made for all of them, or once a log. ` +
        'Call it after every optimizer.step(). In accelerate and diffusers do not multiply num_training_steps by num_processes unless the scheduler is prepared; in Transformers check that max_steps counts ' +
        'optimizer steps; in Megatron that --lr-decay-iters is not in samples.'
    }
  }
}
