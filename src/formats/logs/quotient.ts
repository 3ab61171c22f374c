import { asProgression, type Points, stepAt } from '../../domain/gradient-norm.ts'

/** One series over another, at the steps that both have. */
export function quotient(dividend: Points, divisor: Points): Points {
  const steps = new Float64Array(dividend.values.length)
  const values = new Float64Array(dividend.values.length)
  let count = 0
  let at = 0
  for (const [i, value] of dividend.values.entries()) {
    const step = stepAt(dividend.steps, i)
    while (at < divisor.values.length && stepAt(divisor.steps, at) < step) at++
    if (at === divisor.values.length) break
    if (stepAt(divisor.steps, at) !== step || divisor.values[at] === 0) continue
    steps[count] = step
    values[count++] = value / divisor.values[at]!
  }
  return { steps: asProgression(steps.subarray(0, count), count), values: values.subarray(0, count) }
}
