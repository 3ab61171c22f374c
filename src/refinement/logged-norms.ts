import type { Points } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { keptPoints } from './kept-points.ts'
import { overGrid } from './over-grid.ts'

/** The gradient norms of a run, and what it logged beside them, each at steps of its own. */
export interface LoggedNorms extends Points {
  /** Training losses; null or absent where there are none, or they are not wanted. */
  readonly losses?: Points | null
  /** ‖w‖₂ before the steps. */
  readonly weightNorms?: Points | null
}

/**
 * ‖g‖·‖w‖ at the steps of the norms, with ‖w‖ interpolated linearly between its steps, and the nearest outside. Where the loss does not
 * depend on the scale of the weights, this is the norm of the gradient at weights of norm 1.
 * @throws Problem `too-few-norms` where no norm of the weights is known
 * @see Defazio, Why Gradients Rapidly Increase Near the End of Training, 2025. arXiv:2506.02285
 */
export function timesWeightNorms({ steps, values, weightNorms }: LoggedNorms): Points {
  const known = weightNorms === undefined || weightNorms === null ? null : finite(weightNorms)
  if (known === null || known.values.length === 0) {
    throw new Problem(
      'too-few-norms',
      'There are no norms of the weights to scale by. Log the series `weight-norm`, or leave `scaleBy` out.'
    )
  }
  const products = overGrid(known, steps, values.length).slice()
  for (let i = 0; i < products.length; i++) products[i] = products[i]! * values[i]!
  return { steps, values: products }
}

/** Without points that are NaN or ±Infinity. */
function finite(points: Points): Points {
  let count = 0
  for (const value of points.values) if (Number.isFinite(value)) count++
  return count === points.values.length ? points : keptPoints(points, count, Number.isFinite)
}
