/** The middle one, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

export const geometricMean = (values: readonly number[]): number => Math.exp(mean(values.map(Math.log)))

/** Ranks from 1, the mean rank where values are equal. */
export function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length
    const equal = values.filter((other) => other === value).length
    return below + (equal + 1) / 2
  })
}

/** Spearman's correlation: Pearson's of the ranks. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)]
  const [mx, my] = [mean(x), mean(y)]
  const covariance = (p: number[], q: number[], mp: number, mq: number): number => mean(p.map((value, i) => (value - mp) * (q[i]! - mq)))
  return covariance(x, y, mx, my) / Math.sqrt(covariance(x, x, mx, mx) * covariance(y, y, my, my))
}
