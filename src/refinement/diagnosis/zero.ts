import type { Symptom } from './symptom.ts'

export const zero: Symptom = {
  code: 'zero',
  meaning: 'Points that are 0 were dropped.',
  examine:
    () =>
    ({ log: { counts } }) =>
      counts.zero > 0 ? `${counts.zero} points are 0 and were dropped. Log more decimals if the norms were rounded.` : null
}
