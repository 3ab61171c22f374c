import { percent } from './amounts.ts'
import type { Symptom } from './symptom.ts'

/** Share of the extent of the norms that losses must cover. */
export const coveredMin = 0.9

/** Outside of the losses the nearest one is taken, as if it stood still: there no change of the norms is explained, and preset robust follows all of it. */
export const lossSpan: Symptom = {
  code: 'loss-span',
  meaning: 'The losses cover less than 90 % of the steps that the norms extend over.',
  examine:
    () =>
    ({ losses: { use, covered }, options: { preset } }) =>
      use !== 'read' || covered === null || covered >= coveredMin
        ? null
        : `The losses cover ${percent(covered)} of the steps that the norms extend over. Elsewhere the nearest loss is taken, which explains no change of the norms` +
          `${preset === 'robust' ? ', so there the schedule follows all of it' : ''}. Log losses over the whole run; or refine with \`loss: "none"\`.`
}
