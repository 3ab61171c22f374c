import { writerFor } from './decimals/decimal-writer.ts'

/** The shortest decimal that reads back as the same float64; −0 as "-0", and NaN, Infinity and -Infinity as these words. */
export const numberText = (value: number): string => (value === 0 && 1 / value < 0 ? '-0' : String(value))

/** The same as JSON: the words are strings there. JSON.parse reads "-0" back as −0. */
export const jsonNumber = (value: number): string => (value - value === 0 ? numberText(value) : `"${value}"`)

/** The items of a JSON list, separated by commas, without its brackets. */
export const jsonNumbers = (values: Float64Array): string =>
  writerFor(values.length)?.items(values) ?? Array.from(values, jsonNumber).join(',')
