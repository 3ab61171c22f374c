/**
 * The general bound written a second time, as the theorem has it: every sum anew, step by step, in O(n²).
 * @param eta step sizes, the last above 0
 * @see Defazio et al., 2023. arXiv:2310.07831, Theorem 10
 */
export function plainGeneralBound(eta: readonly number[], norms: readonly number[], distance: number) {
  const sum = (from: number, term: (t: number) => number) => {
    let total = 0
    for (let t = from; t < eta.length; t++) total += term(t)
    return total
  }
  const at = (values: readonly number[], t: number) => values[t]!
  const mass = (from: number) => sum(from, (t) => at(eta, t))
  const squares = (from: number) => sum(from, (t) => at(eta, t) ** 2 * at(norms, t) ** 2)
  let lastIterate = 0
  for (let k = 0; k < eta.length - 1; k++) lastIterate += ((0.5 * at(eta, k)) / mass(k + 1)) * (squares(k) / mass(k))
  return { distance: distance ** 2 / (2 * mass(0)), steps: squares(0) / (2 * mass(0)), lastIterate }
}

/** Shapes of Schaipp et al., 2025: T points above 0 for each, in the order of the table. */
export const publishedShapes: Record<string, (j: number, T: number) => number> = {
  constant: () => 1,
  'wsd, cooldown 0.2': (j, T) => {
    const n = Math.floor(0.2 * (T + 1))
    const k = j - (T - n)
    return k <= 0 ? 1 : 1 - k / n
  },
  '1/√t': (j) => 1 / Math.sqrt(j + 1),
  cosine: (j, T) => (1 + Math.cos((Math.PI * j) / T)) / 2,
  linear: (j, T) => 1 - j / T,
  '1−√': (j, T) => 1 - Math.sqrt(j / T),
  '1/t': (j) => 1 / (j + 1)
}
