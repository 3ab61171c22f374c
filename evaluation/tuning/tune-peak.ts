/** Where to look for the best peak learning rate, as exponents of 2. */
export interface Search {
  /** The exponent that is tried first. */
  start: number
  /** Whether to look over a wide range first, in factors of 4, since nothing is known of the problem. */
  wide: boolean
}

const [least, most] = [-16, 14]

/**
 * Finds the peak learning rate with the least score: outwards from the start in factors of 2, until a worse rate lies on either side; then a
 * factor of √2 on either side of the best; then the vertex of the parabola through the best and its neighbours, in logarithms. So a grid's
 * coarseness does not decide between schedules.
 * @param score of a rate; Infinity where training fails. Its logarithm is interpolated
 * @returns the rate, and whether it lies at an end of the range, where a better one may lie outside
 */
export function tunePeak(score: (rate: number) => number, { start, wide }: Search): { peak: number; atEdge: boolean } {
  const known = new Map<number, number>()
  const at = (exponent: number): number => {
    if (!known.has(exponent)) known.set(exponent, Math.log(score(2 ** exponent)))
    return known.get(exponent)!
  }
  const best = (): number => [...known].reduce((lowest, one) => (one[1] < lowest[1] ? one : lowest))[0]
  at(start)
  if (wide) for (let k = 2; k <= 6; k += 2) for (const exponent of [start - k, start + k]) at(exponent)
  for (;;) {
    const center = best()
    const missing = [center - 1, center + 1].filter((exponent) => exponent >= least && exponent <= most && !known.has(exponent))
    if (missing.length === 0) break
    for (const exponent of missing) at(exponent)
  }
  const whole = best()
  if (whole <= least || whole >= most) return { peak: 2 ** whole, atEdge: true }
  at(whole - 0.5)
  at(whole + 0.5)
  const exponent = best()
  const [below, here, above] = [at(exponent - 0.5), at(exponent), at(exponent + 0.5)]
  const curvature = below - 2 * here + above
  const shift = Number.isFinite(curvature) && curvature > 0 ? (0.25 * (below - above)) / curvature : 0
  return { peak: 2 ** (exponent + Math.max(-0.25, Math.min(0.25, shift))), atEdge: false }
}
