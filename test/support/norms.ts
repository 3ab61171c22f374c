import fc from 'fast-check'

/** Every positive finite float64 is as likely as its bit pattern: from 5e-324 to 1.8e308. */
export const anyNorm = () =>
  fc.bigInt({ min: 1n, max: 0x7fef_ffff_ffff_ffffn }).map((pattern) => new Float64Array(BigUint64Array.of(pattern).buffer)[0] as number)

/** A norm as training logs have them. */
export const usualNorm = () => fc.double({ min: 0.01, max: 100, noNaN: true })

/** Few different norms, so that most are tied. */
export const tiedNorm = () => fc.constantFrom(0.5, 1, 1.5, 2, 7)

/** Norms that differ in their last bits alone, now and then with one far away: the top bits of all are the same. */
export const closeNorm = () =>
  fc.oneof(
    { weight: 20, arbitrary: fc.integer({ min: 0, max: 1000 }).map((k) => 1 + k * 2 ** -52) },
    { weight: 1, arbitrary: fc.constantFrom(1e300, 5e-324) }
  )

/** Series of norms of every kind. */
export const normSeries = (more: { minLength?: number; maxLength?: number } = {}): fc.Arbitrary<Float64Array> =>
  fc
    .oneof(...[anyNorm(), usualNorm(), tiedNorm(), closeNorm()].map((norm) => fc.array(norm, { minLength: 1, maxLength: 200, ...more })))
    .map((norms) => Float64Array.from(norms))

/** A small generator of random numbers in [0, 1) with a seed, for long series. @see Steele, Lea, Flood, Fast splittable PRNGs, 2014 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Norms like those of a training: high at first, noisy, slowly rising. Shape `[n]`. */
export function trainingLikeNorms(n: number, seed = 1): Float64Array {
  const random = seededRandom(seed)
  return Float64Array.from({ length: n }, (_, i) => {
    const noise = Math.exp(0.8 * (random() + random() + random() - 1.5))
    return noise * (1 + 4 * Math.exp((-40 * i) / n) + (0.5 * i) / n)
  })
}
