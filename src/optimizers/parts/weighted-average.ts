import { add, type Expression, mul, sub } from '../../kernels/expression.ts'
import { nonNegative } from './hyperparameters.ts'

/** x̄ ← x̄ + share·(x − x̄), where share is the weight of x among all so far: the point that the theory's forms return. */
export const averaged = (average: Expression, x: Expression, share: Expression): Expression => add(average, mul(share, sub(x, average)))

/** weight/(sum of all weights so far), and 0 where all are 0. */
export const shareOf = (weight: number, weightSum: number): number => (weightSum === 0 ? 0 : weight / weightSum)

export const gradientBound = nonNegative(0, 'G, a bound on ‖g‖ that enters the denominator; 0 leaves it out.')
