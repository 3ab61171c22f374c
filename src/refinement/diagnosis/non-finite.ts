import type { Symptom } from './symptom.ts'

export const nonFinite: Symptom = {
  code: 'non-finite',
  meaning: 'Points that are NaN or ±Infinity were dropped.',
  examine:
    () =>
    ({ log: { counts } }) =>
      counts.nonFinite > 0 ? `${counts.nonFinite} points are NaN or ±Infinity and were dropped, as steps that the trainer skips are.` : null
}
