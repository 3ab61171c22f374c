import { Type } from 'typebox'
import { flag, nonNegative } from './hyperparameters.ts'

/** What MoMo and MoMo-Adam share: the step that a truncated model of the loss allows. */
export const modelHyperparameters = {
  weightDecay: nonNegative(0, 'λ, the rate at which parameters shrink.'),
  lb: Type.Number({ default: 0, description: 'f*, a lower bound of the loss; with useFstar the least that it may become.' }),
  useFstar: flag(false, 'Estimate the lower bound of the loss on the way.')
}

interface Model {
  /** f̄, Σc and ⟨m, x⟩: the averages of the loss and of ⟨g, x⟩, and the product of the average gradient with x. */
  loss: number
  gx: number
  mx: number
  /** ‖m‖² in the norm of the method. */
  mm: number
  /** What the averages' weights add up to: 1, or 1 − βᵗ. */
  rho: number
  learningRate: number
  weightDecay: number
  /** The lower bound before this step, and the least that it may become. */
  lb: number
  lbMin: number
  useFstar: boolean
}

/**
 * τ, the step that brings the model of the loss down to its lower bound, but at most γ/ρ; and the lower bound after it.
 * @see Schaipp et al., MoMo: Momentum Models for Adaptive Learning Rates, 2023, Algorithms 1 and 2. arXiv:2305.07583
 */
export function polyakStep({ loss, gx, mx, mm, rho, learningRate, weightDecay, lb: before, lbMin, useFstar }: Model): {
  tau: number
  lb: number
} {
  const w = 1 + learningRate * weightDecay
  const cap = w * (loss - gx) + mx
  // A bound above what the model can reach is halved towards it.
  const lb = useFstar && cap < w * rho * before ? Math.max(cap / (2 * w * rho), lbMin) : before
  const longest = learningRate / rho
  // Where m = 0 no step moves anything, and the reach would be 0/0.
  const tau = mm === 0 ? longest : Math.min(Math.max(w * (loss - rho * lb - gx) + mx, 0) / mm, longest)
  return { tau, lb: useFstar ? Math.max((loss + mx - gx - (tau * mm) / 2) / rho, lbMin) : lb }
}

/** The averages of ⟨g, x⟩, one a parameter, and their sum over the parameters of this step. */
export function averageByParameter(
  averages: ReadonlyMap<string, number>,
  products: ReadonlyMap<string, number>,
  beta: number,
  fromZero: boolean
): { averages: ReadonlyMap<string, number>; total: number } {
  let total = 0
  const next = new Map(averages)
  for (const [name, product] of products) {
    const average = beta * (averages.get(name) ?? (fromZero ? 0 : product)) + (1 - beta) * product
    next.set(name, average)
    total += average
  }
  return { averages: next, total }
}
