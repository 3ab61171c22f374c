import type { Symptom } from './symptom.ts'

export const gaps: Symptom = {
  code: 'gaps',
  meaning: 'The steps of the points are so uneven that the grid between them was cut down.',
  examine:
    () =>
    ({ log: { counts, hasGaps } }) =>
      hasGaps
        ? `The steps of the points are so uneven that the grid between them was cut down to ${4 * counts.used} positions, four a point. ` +
          'Log at an even stride.'
        : null
}
