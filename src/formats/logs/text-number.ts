const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const notFinite = /^([+-]?)(?:(nan)|inf(?:inity)?)$/i

/** A decimal number as text, or one of the words NaN, inf and Infinity in any case; null for what is none, or beyond float64. */
export function textNumber(text: string): number | null {
  if (decimal.test(text)) {
    const number = Number(text)
    return Number.isFinite(number) ? number : null
  }
  const match = notFinite.exec(text)
  if (match === null) return null
  const [, sign, nan] = match
  return nan !== undefined ? Number.NaN : sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}
