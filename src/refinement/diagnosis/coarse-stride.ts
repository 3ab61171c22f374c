import type { Symptom } from './symptom.ts'

export const coarseStride: Symptom = {
  code: 'coarse-stride',
  meaning: 'Fewer than 1000 points stand for more steps than there are points.',
  examine:
    () =>
    ({ log: { counts }, options: { steps } }) =>
      counts.received < 1000 && counts.received < steps
        ? `${counts.received} points stand for ${steps} steps: between them the schedule is a straight line. Log more often.`
        : null
}
