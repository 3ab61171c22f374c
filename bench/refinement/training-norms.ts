/** Norms like those of a training: high at first, noisy, slowly rising; the same for the same seed. Shape `[n]`. */
export function trainingNorms(n: number, seed = 1): Float64Array {
  let state = seed
  const random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return Float64Array.from({ length: n }, (_, i) => {
    const noise = Math.exp(0.8 * (random() + random() + random() - 1.5))
    return noise * (1 + 4 * Math.exp((-40 * i) / n) + (0.5 * i) / n)
  })
}
