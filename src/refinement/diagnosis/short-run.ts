import { percent } from './amounts.ts'
import type { Symptom } from './symptom.ts'

export const shortRun: Symptom = {
  code: 'short-run',
  meaning: 'The norms extend over less than 90 % of the steps of the run.',
  examine:
    () =>
    ({ extent, run: { totalSteps } }) =>
      totalSteps !== null && extent < 0.9 * totalSteps
        ? `The norms extend over ${extent} of ${totalSteps} steps (${percent(extent / totalSteps)}): what was logged is stretched over the whole ` +
          'run. Refine a finished run where there is one.'
        : null
}
