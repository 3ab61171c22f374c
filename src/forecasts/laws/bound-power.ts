import { type RatePath, rateAt } from '../rate-path.ts'
import { exponent, type LossLaw } from './law.ts'

/**
 * The general bound with a free power of its first term:
 *
 *     L = L₀ + A·(Ση)^−α + B·N,    N = Ση²/(2Ση) + ½·Σ_{k<t} η_k·Q_k/(S_k·S_{k+1}),  S_k = Σ_{τ ≥ k} η, Q_k = Σ_{τ ≥ k} η²
 *
 * The bound itself has α = 1, which fails on loss curves; its terms of noise do not. Norms are taken as constant. On a piece with a constant rate the sum over its
 * steps is an integral in closed form, ∫ (Q + η·(r − S))/r² dr.
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831, Theorem 10
 * @see Schaipp et al., The Surprising Agreement Between Convex Optimization Theory and Learning-Rate Scheduling for Large Model
 *   Training, 2025. arXiv:2501.18965, on loss curves
 */
export const boundPower: LossLaw = {
  name: 'bound-power',
  title: 'General bound with a free power',
  formula: 'L = L0 + A·(Σ η)^−α + B·N; N = Σ η²/(2Σ η) + ½ Σ_{k<t} η_k·Q_k/(S_k·S_{k+1}), S_k = Σ_{τ ≥ k} η, Q_k = Σ_{τ ≥ k} η²',
  source: {
    authors: 'Schaipp, Hägele, Taylor, Simsekli, Bach',
    title: 'The Surprising Agreement Between Convex Optimization Theory and Learning-Rate Scheduling for Large Model Training',
    year: 2025,
    arxiv: '2501.18965'
  },
  parameters: [
    exponent,
    {
      name: 'rho',
      meaning: 'Weight of the noise, in parts of the falling term at the end of the fit.',
      unit: '1',
      lower: 1e-5,
      upper: 20,
      prior: { median: 0.1, spread: 1, source: 'fits of two sizes of one model' }
    }
  ],
  annealed: (path, at, _own, { rate }) => Float64Array.from(at, (step) => -noiseTerms(path, step) / rate),
  published: ({ L0, a, alpha, rho }, { sum, rate }) => ({ L0, A: a * sum ** alpha, alpha, B: (a * rho) / rate })
}

/** Pieces of constant rate that a path is cut into. */
const piecesOfPath = 256
/** Near the end, where little of the sum is left, a piece is this part of what comes after it, or one step. */
const partOfRest = 0.1

/** N at a step. A rate, in the unit of the rates. */
export function noiseTerms(path: RatePath, step: number): number {
  const n = Math.floor(step) + 1
  const widest = Math.ceil(n / piecesOfPath)
  let [mass, squares, sum] = [0, 0, 0]
  for (let end = n; end > 0; ) {
    const steps = Math.min(end, Math.max(1, Math.min(widest, Math.floor((n - end) * partOfRest))))
    const rate = rateAt(path, end - (steps + 1) / 2)
    end -= steps
    if (!(rate > 0)) continue
    const [massAfter, squaresAfter] = [mass, squares]
    mass += rate * steps
    squares += rate * rate * steps
    // The last step with a rate has no S_{k+1}, and no term.
    if (massAfter === 0) continue
    if (steps === 1) sum += (rate * squares) / (mass * massAfter)
    else sum += (squaresAfter - rate * massAfter) * (1 / massAfter - 1 / mass) + rate * Math.log(mass / massAfter)
  }
  return mass > 0 ? squares / (2 * mass) + sum / 2 : 0
}
