import type { Symptom } from './symptom.ts'

export const fewPoints: Symptom = {
  code: 'few-points',
  meaning: 'Fewer than 100 points could be used.',
  examine:
    () =>
    ({ log: { counts } }) =>
      counts.used < 100 ? `Only ${counts.used} points could be used: the shape is rough. Log the norm of every step.` : null
}
