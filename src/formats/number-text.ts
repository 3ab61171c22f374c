/** The shortest decimal that reads back as the same float64; −0 as "-0", and NaN, Infinity and -Infinity as these words. */
export const numberText = (value: number): string => (value === 0 && 1 / value < 0 ? '-0' : String(value))

/** The same as JSON: the words are strings there. JSON.parse reads "-0" back as −0. */
export const jsonNumber = (value: number): string => (value - value === 0 ? numberText(value) : `"${value}"`)

/** Whether JSON and its writers have the values as they are: finite, and no −0. */
function isPlain(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value - value !== 0 || (value === 0 && 1 / value < 0)) return false
  }
  return true
}

/** The items of a JSON list, separated by commas, without its brackets. */
export const jsonNumbers = (values: Float64Array): string => (isPlain(values) ? values.join(',') : Array.from(values, jsonNumber).join(','))
