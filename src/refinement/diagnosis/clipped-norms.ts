import type { Symptom } from './symptom.ts'

export const clippedNorms: Symptom = {
  code: 'clipped-norms',
  meaning: 'A fifth of the points or more share the largest norm, as norms do that are taken after gradient clipping.',
  examine:
    () =>
    ({ log: { counts, largest, largestCount } }) =>
      largestCount >= 2 && largestCount >= 0.2 * counts.used
        ? `${largestCount} of ${counts.used} points share the largest norm, ${largest}: the norms look as if taken after gradient clipping, ` +
          'which hides their shape. Log the norm before clipping.'
        : null
}
