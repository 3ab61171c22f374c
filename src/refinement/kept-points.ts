import { asProgression, type Points, stepAt } from '../domain/gradient-norm.ts'

/**
 * The points whose values pass a test.
 * @param count how many do
 */
export function keptPoints({ steps, values }: Points, count: number, passes: (value: number) => boolean): Points {
  const keptValues = new Float64Array(count)
  const keptSteps = new Float64Array(count)
  for (let i = 0, k = 0; i < values.length; i++) {
    const value = values[i]!
    if (!passes(value)) continue
    keptValues[k] = value
    keptSteps[k++] = stepAt(steps, i)
  }
  return { steps: asProgression(keptSteps, count), values: keptValues }
}
