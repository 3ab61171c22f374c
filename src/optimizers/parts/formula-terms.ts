import { add, div, type Expression, mul, sqrt, sub } from '../../kernels/expression.ts'

/** Terms that the updates of several methods share, as the papers write them. */

/** g + λx: weight decay inside the gradient. */
export const withDecay = (g: Expression, lambda: Expression, x: Expression): Expression => add(g, mul(lambda, x))

/** x − λx: weight decay of the parameters themselves. */
export const shrunk = (x: Expression, lambda: Expression): Expression => sub(x, mul(lambda, x))

/** √v + ε, the denominator of AdaGrad and Adam. */
export const rootOf = (v: Expression, epsilon: Expression): Expression => add(sqrt(v), epsilon)

/** m/(√v + ε) */
export const normalised = (m: Expression, v: Expression, epsilon: Expression): Expression => div(m, rootOf(v, epsilon))

/** √(1 − β₂ᵗ)/(1 − β₁ᵗ): Adam's bias correction as a factor of the learning rate; t ≥ 1. */
export const biasCorrection = (beta1: number, beta2: number, t: number): number => Math.sqrt(1 - beta2 ** t) / (1 - beta1 ** t)

/** max(d, min(d̂, growthRate·d)): D-Adaptation never lowers d, and limits its growth per step. */
export const grown = (d: number, dHat: number, growthRate: number): number => Math.max(d, Math.min(dHat, d * growthRate))
