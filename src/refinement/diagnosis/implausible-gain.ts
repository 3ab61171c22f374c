import { times } from './amounts.ts'
import type { Symptom } from './symptom.ts'

/** `bound.gain` of ordinary logs is at most this. */
const gainMax = 1.2

/** What explains a large gain by itself, or leaves nothing of it to explain. */
const explanations = [
  'loss-scale',
  'clipped-norms',
  'collapsed-norms',
  'concentrated',
  'few-points',
  'coarse-stride',
  'stretched',
  'rounded',
  'rising-norms',
  'early-spike'
]

/**
 * The bound takes every change of the norms for a change of the noise. On natural problems it mostly is convergence: of 32 with a gain above 1.2 refinement
 * won 3, and the gain did not predict the outcome (rank correlation −0.18 over 54 logistic problems). Where somebody changed the noise, it did (0.72 over
 * 16). So a large gain wants a cause from outside: another batch size, other data, another clip (`docs/advice.md`).
 */
export const implausibleGain: Symptom = {
  code: 'implausible-gain',
  meaning: 'The bound of linear decay is over 1.2 times that of the schedule, and no other warning says why.',
  examine:
    () =>
    ({ gain, found, hasOutsideCause }) =>
      gain > gainMax && !hasOutsideCause && !explanations.some((code) => found.has(code))
        ? `The norms change so much that the bound of linear decay is ${times(gain)} times that of this schedule. That is a property of these norms, no forecast: ` +
          'on natural problems it did not predict the outcome. Trust it where something from outside changed during the run, as the batch size or the data; else train with ' +
          '5 % warm-up and linear decay too.'
        : null
}
