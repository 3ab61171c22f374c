/** A running sum in float64 and its rounding error so far. */
export interface CompensatedSum {
  sum: number
  dropped: number
}

/**
 * Adds numbers to a running sum and keeps the rounding error, so that the error of the result does not grow with their number.
 * @see Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974
 */
export function addTo(running: CompensatedSum, terms: ArrayLike<number>): void {
  let { sum, dropped } = running
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!
    const next = sum + term
    dropped += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  running.sum = sum
  running.dropped = dropped
}

/** The value of a running sum. After an overflow the rounding error means nothing and is ignored. */
export const sumOf = ({ sum, dropped }: CompensatedSum): number => (Number.isFinite(sum) ? sum + dropped : sum)

/** Sums numbers with compensation; 0 for none. */
export function compensatedSum(terms: ArrayLike<number>): number {
  const running = { sum: 0, dropped: 0 }
  addTo(running, terms)
  return sumOf(running)
}
