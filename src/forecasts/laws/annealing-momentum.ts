import { type RatePath, rateAt } from '../rate-path.ts'
import { annealingGain, exponent, type LawUnits, type LossLaw } from './law.ts'

/** 1 − λ of the paper, for runs of some thousand steps or more. */
const forgotten = 1e-3
/** A shorter run forgets within this part of it. */
const partOfRun = 0.2

/** λ = 1 − forgetting·max(10⁻³, 5/steps), where forgetting has its prior at 1. */
const lambdaOf = (forgetting: number, { steps }: LawUnits): number =>
  1 - Math.min(0.9, forgetting * Math.max(forgotten, 1 / (partOfRun * steps)))

/**
 * The law with annealing momentum:
 *
 *     L = L₀ + A·S₁^−α − C·S₂,    m_i = λ·m_{i−1} + (η_{i−1} − η_i),  S₂ = Σ_{i ≤ t} m_i
 *
 * with m = 0 at the end of the warm-up, whose rise is no annealing. On a straight piece of the path every step adds the same δ, so that m
 * and S₂ have closed forms, exact up to rounding.
 * @see Tissue, Wang, Wang, Scaling Law with Learning Rate Annealing, 2024. arXiv:2408.11029
 */
export const annealingMomentum: LossLaw = {
  name: 'annealing-momentum',
  title: 'Power law with annealing momentum',
  formula: 'L = L0 + A·S1^−α − C·S2; S1 = Σ η, S2 = Σ m, m_i = λ·m_{i−1} + (η_{i−1} − η_i), λ = 0.999',
  source: { authors: 'Tissue, Wang, Wang', title: 'Scaling Law with Learning Rate Annealing', year: 2024, arxiv: '2408.11029' },
  parameters: [
    exponent,
    annealingGain(0.42, 0.7),
    {
      name: 'forgetting',
      meaning: '1 − λ over max(0.001, 5/steps): how fast the momentum of annealing is lost.',
      unit: '1',
      lower: 0.1,
      upper: 10,
      prior: { median: 1, spread: 0.25, source: 'λ = 0.999 of Tissue et al. 2024' }
    }
  ],
  annealed(path, at, own, units) {
    const lambda = lambdaOf(own[0]!, units)
    const unit = (1 - lambda) / units.rate
    return momentumSums(path, at, lambda).map((sum) => sum * unit)
  },
  published({ L0, a, alpha, rho, own }, units) {
    const lambda = lambdaOf(own[0]!, units)
    return { L0, A: a * units.sum ** alpha, alpha, C: (a * rho * (1 - lambda)) / units.rate, lambda }
  }
}

/** S₂ at steps, shape `[n]`. */
function momentumSums(path: RatePath, at: Float64Array, lambda: number): Float64Array {
  const sums = new Float64Array(at.length)
  const { steps, rates, warmupEnd } = path
  let [from, rate, m, s2] = [warmupEnd, rateAt(path, warmupEnd), 0, 0]
  let next = 0
  while (next < at.length && at[next]! <= warmupEnd) next++
  for (let k = 0; k <= steps.length && next < at.length; k++) {
    const end = k < steps.length ? steps[k]! : Number.POSITIVE_INFINITY
    if (end <= from) continue
    const delta = k < steps.length ? (rate - rates[k]!) / (end - from) : 0
    for (; next < at.length && at[next]! <= end; next++) sums[next] = s2 + gained(at[next]! - from, m, delta, lambda)
    if (k === steps.length) break
    const n = end - from
    s2 += gained(n, m, delta, lambda)
    m = m * lambda ** n + delta * geometric(n, lambda)
    ;[from, rate] = [end, rates[k]!]
  }
  return sums
}

/** Σ_{i<n} λ^i */
const geometric = (n: number, lambda: number): number => (1 - lambda ** n) / (1 - lambda)

/** Σ of m over n steps that each add δ, after a step with m. */
function gained(n: number, m: number, delta: number, lambda: number): number {
  const mass = geometric(n, lambda)
  return m * lambda * mass + (delta * (n - lambda * mass)) / (1 - lambda)
}
