import { extrema } from '../../kernels/extrema.ts'
import type { NormScale } from '../norm-scale.ts'
import { percent, times } from './amounts.ts'
import type { Symptom } from './symptom.ts'

export const collapsedNorms: Symptom = {
  code: 'collapsed-norms',
  meaning: 'The norms collapse at the end, or the schedule peaks in its last tenth.',
  examine: ({ norms, scale }) => {
    const ratio = lastTenthRatio(norms, scale)
    return ({ peakFraction }) => {
      if (!(peakFraction > 0.9 || ratio > 100)) return null
      const seen =
        peakFraction > 0.9
          ? `The schedule peaks at ${percent(peakFraction)} of its steps`
          : `The filtered norms change by a factor of ${times(ratio)} over their last tenth`
      return `${seen}: norms that collapse at the end, as when a model memorises its data, push the schedule there. Linear decay is the safer choice.`
    }
  }
}

/** Largest over smallest of the last tenth of the raised ĝ. */
function lastTenthRatio(norms: Float64Array, { floor, lift }: NormScale): number {
  const tenth = Math.ceil(norms.length / 10)
  const [smallest, largest] = extrema(norms.subarray(norms.length - tenth))
  const raised = (norm: number) => Math.max(norm, floor / lift)
  return raised(largest) / raised(smallest)
}
