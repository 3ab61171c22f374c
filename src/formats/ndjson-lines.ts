import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { jsonNumber } from './number-text.ts'

/** One line a point: `{"step":0,"value":1.5}`, with NaN, Infinity and -Infinity as strings. */
export function ndjsonLines({ steps, values }: Points, valueName = 'value'): string {
  const name = JSON.stringify(valueName)
  let text = ''
  for (let i = 0; i < values.length; i++) text += `{"step":${stepAt(steps, i)},${name}:${jsonNumber(values[i]!)}}\n`
  return text
}
