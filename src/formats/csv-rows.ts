import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { numberText } from './number-text.ts'

/** The first line of a CSV of steps and what belongs to them. */
export const csvHeader = (valueName: string): string => `step,${valueName}\n`

/** One line a point: `step,value`. Every number reads back with the same bits. */
export function csvRows({ steps, values }: Points): string {
  let text = ''
  for (let i = 0; i < values.length; i++) text += `${stepAt(steps, i)},${numberText(values[i]!)}\n`
  return text
}
