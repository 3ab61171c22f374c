import { probes } from '../explanation.ts'
import { type FindingKind, isOne, short } from './finding.ts'

/** The schedule with another peak: every rate is the same multiple of what was meant. */
export const scaled: FindingKind = {
  code: 'scaled',
  meaning: 'every rate is `factor` times what was meant: another peak',
  propose({ rates, meant, from, before }) {
    if (!meant.isPeakKnown) return []
    const { slope, intercept, curve } = before
    const scales = probes({ rates, from }).flatMap((index) => {
      const expected = meant.peakLearningRate * curve.at(slope * rates.stepOf(index) + intercept)
      return expected > 0.01 * meant.peakLearningRate ? [rates.rateOf(index) / expected] : []
    })
    return distinct(
      [...scales, ...(from === 0 ? [rates.largest / meant.peakLearningRate] : [])].map((scale) => wholeNear(scale, rates.scalePrecision))
    )
      .filter((scale) => scale > 0 && !isOne(scale, rates.scalePrecision))
      .map((scale) => ({ curve, slope, intercept, scale }))
  },
  tell({ explanation: { scale }, before, isFirst, fromStep, scalePrecision, meant }) {
    const was = isFirst ? 1 : before.scale
    if (!meant.isPeakKnown || isOne(scale / was, scalePrecision)) return null
    const since = isFirst ? '' : ` from step ${fromStep} on`
    return {
      factor: scale,
      detail: `The rates are ${short(scale)} times those of the schedule${since}: they have another peak.`,
      fix:
        'Compare the peak of the trainer with the one that was meant. diffusers multiplies it by processes, accumulation and batch size with --scale_lr; some scripts multiply it by the ' +
        'number of processes; an optimizer state that is loaded brings its own rate (Transformers, Lightning), and Megatron takes that of the checkpoint unless ' +
        '--override-opt_param-scheduler is set. If the trainer is right, give its peak to the schedule.'
    }
  }
}

/** A scale that is nearly a whole number, or one over it, is that: rates are scaled by numbers of processes. */
export function wholeNear(scale: number, precision: number): number {
  const whole = scale >= 1 ? Math.round(scale) : 1 / Math.round(1 / scale)
  return Math.abs(scale / whole - 1) <= precision ? whole : scale
}

/** Without those that say nearly the same. */
export function distinct(values: readonly number[]): number[] {
  const kept: number[] = []
  for (const value of values) if (!kept.some((one) => Math.abs(one - value) <= 1e-6 * Math.abs(value))) kept.push(value)
  return kept
}
