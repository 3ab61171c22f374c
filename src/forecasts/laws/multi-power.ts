import { knotBefore, type RatePath, rateAt, sumTo } from '../rate-path.ts'
import { annealingGain, exponent, type LawUnits, type LossLaw } from './law.ts'

/** β and γ of the published fits, which differ little between sizes: 0.58, 0.60, 0.59 and 0.64, 0.66, 0.63. */
const beta = 0.6
const gamma = 0.65

/**
 * The multi-power law:
 *
 *     L = L₀ + A·(S + S_W)^−α − B·Σ_k (η_{k−1} − η_k)·G(η_k^−γ·S_k(t)),    G(x) = 1 − (1 + C·x)^−β,  S_k(t) = Σ_{τ=k..t} η_τ
 *
 * over steps k after the warm-up. Where the rate rises again its terms are negative. The sum over steps is one over straight pieces:
 * within a piece δ = η_{k−1} − η_k is constant and η_k varies by a quarter at most, so that with it held at its middle
 *
 *     ∫ (1 + κu)^−β dτ = [(1 + κu)^{1−β}] / (κ·η·(1 − β)),    u = S(t) − S(τ) + η/2,  κ = C·η^−γ
 *
 * is closed. Against the sum over every step it is off by less than 1e-3 of the whole drop (test/unit/forecasts/laws.test.ts).
 * @see Luo, Wen, Hu, Sun, Liu, Sun, Lyu, Chen, A Multi-Power Law for Loss Curve Prediction Across Learning Rate Schedules, ICLR 2025. arXiv:2503.12811
 */
export const multiPower: LossLaw = {
  name: 'multi-power',
  title: 'Multi-power law',
  formula: 'L = L0 + A·S^−α − B·Σ_k (η_{k−1} − η_k)·(1 − (1 + C·η_k^−γ·S_k)^−β); S = Σ η, S_k = Σ_{τ ≥ k} η; β = 0.6, γ = 0.65',
  source: {
    authors: 'Luo, Wen, Hu, Sun, Liu, Sun, Lyu, Chen',
    title: 'A Multi-Power Law for Loss Curve Prediction Across Learning Rate Schedules',
    year: 2025,
    venue: 'ICLR 2025',
    arxiv: '2503.12811'
  },
  parameters: [
    exponent,
    annealingGain(0.42, 0.7),
    {
      name: 'kappa',
      meaning: 'C·P^(1−γ): by how much a step at the peak takes up what a drop of the rate has opened.',
      unit: 'per step',
      lower: 1e-6,
      upper: 1e3,
      prior: { median: 0.03, spread: 2.5, source: 'between C = 2 of Luo et al. 2025 (0.12) and fits with β and γ fixed (0.01)' }
    }
  ],
  annealed(path, at, own, { rate, sum }) {
    const whole = gainOf(own[0]!, { rate, sum })
    return drops(pieces(path, rate), path, at, own[0]!, rate).map((drop) => drop / whole)
  },
  published: ({ L0, a, alpha, rho, own }, { sum, rate }) => ({
    L0,
    A: a * sum ** alpha,
    alpha,
    B: (a * rho) / rate / gainOf(own[0]!, { sum, rate }),
    C: own[0]! / rate ** (1 - gamma),
    beta,
    gamma
  })
}

/** G at the peak over all that was fitted: D is in units of it, so that ρ says the same for a fast and a slow G. */
const gainOf = (kappa: number, { sum, rate }: Pick<LawUnits, 'sum' | 'rate'>): number => 1 - (1 + (kappa * sum) / rate) ** -beta

/** A straight piece of the path after the warm-up on which the rate changes. */
interface Piece {
  readonly from: number
  readonly to: number
  /** η_{k−1} − η_k at each of its steps. */
  readonly delta: number
  /** η in its middle; of a single step, η_k. */
  readonly rate: number
}

/** The largest ratio of rates within a piece, down to a floor in parts of the peak. */
const ratioMax = 1.25
const smallPart = 0.005

const kept = new WeakMap<RatePath, readonly Piece[]>()

function pieces(path: RatePath, unit: number): readonly Piece[] {
  const before = kept.get(path)
  if (before !== undefined) return before
  const found: Piece[] = []
  const { steps, rates, warmupEnd } = path
  let [from, rate] = [warmupEnd, rateAt(path, warmupEnd)]
  for (let k = knotBefore(path, warmupEnd); k < steps.length; k++) {
    if (steps[k]! <= from) continue
    const [to, next] = [steps[k]!, rates[k]!]
    if (next !== rate) addPieces(found, from, to, rate, next, smallPart * unit)
    ;[from, rate] = [to, next]
  }
  kept.set(path, found)
  return found
}

/** Cuts a straight piece where the rate has changed by the ratio. */
function addPieces(found: Piece[], from: number, to: number, first: number, last: number, small: number): void {
  const delta = (first - last) / (to - from)
  let [at, rate] = [from, first]
  while (at < to) {
    const next = nextLevel(rate, last, small)
    const end = next === last ? to : Math.min(to, Math.max(at + 1, Math.round(from + (first - next) / delta)))
    const there = end === to ? last : first - delta * (end - from)
    found.push({ from: at, to: end, delta, rate: Math.max(end - at === 1 ? there : (rate + there) / 2, 1e-9 * small) })
    ;[at, rate] = [end, there]
  }
}

function nextLevel(rate: number, last: number, small: number): number {
  if (rate < last) return Math.min(last, Math.max(rate, small) * ratioMax)
  return rate <= small ? last : Math.max(last, rate / ratioMax)
}

function drops(all: readonly Piece[], path: RatePath, at: Float64Array, kappa: number, unit: number): Float64Array {
  const sums = new Float64Array(at.length)
  const sumAt = Float64Array.from(at, (step) => sumTo(path, step))
  for (const { from, to, delta, rate } of all) {
    // C·η^−γ = κ·P^(γ−1)·η^−γ
    const c = (kappa / unit) * (rate / unit) ** -gamma
    const [start, end] = [sumTo(path, from), sumTo(path, to)]
    const factor = 1 / (c * rate * (1 - beta))
    let i = at.length - 1
    const single = to - from === 1
    for (; i >= 0 && at[i]! > from; i--) {
      const whole = at[i]! >= to
      const n = whole ? to - from : at[i]! - from
      const u = sumAt[i]! - start
      const left = single
        ? (1 + c * u) ** -beta
        : ((1 + c * (u + rate / 2)) ** (1 - beta) - (1 + c * (Math.max(0, whole ? sumAt[i]! - end : 0) + rate / 2)) ** (1 - beta)) * factor
      sums[i]! += (delta / unit) * (n - Math.min(n, left))
    }
  }
  return sums
}
