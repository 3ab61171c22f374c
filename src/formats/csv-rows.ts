import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { writerFor } from './decimals/decimal-writer.ts'
import { numberText } from './number-text.ts'

/** The first line of a CSV of steps and what belongs to them. */
export const csvHeader = (valueName: string): string => `step,${valueName}\n`

/** One line a point: `step,value`. Every number reads back with the same bits. */
export const csvRows = ({ steps, values }: Points): string =>
  writerFor(values.length)?.rows(steps, values) ?? Array.from(values, (value, i) => `${stepAt(steps, i)},${numberText(value)}\n`).join('')
