/** The mean of some numbers and its standard error, s/√n with s² the unbiased variance. Two numbers at least. */
export interface Estimate {
  mean: number
  standardError: number
}

export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, standardError: Math.sqrt(variance / values.length) }
}

/** The estimate of the mean difference a − b of pairs: what both have in common, the seed, cancels. */
export const pairedDifference = (a: readonly number[], b: readonly number[]): Estimate => estimate(a.map((value, i) => value - b[i]!))

/** Two means are called different where their difference is more than two of its standard errors (about 5 % of chance alone). */
export const isTie = ({ mean, standardError }: Estimate): boolean => Math.abs(mean) <= 2 * standardError
