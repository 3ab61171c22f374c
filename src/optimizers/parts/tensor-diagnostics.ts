import type { Tree, Workspace } from '../../kernels/engine.ts'
import { square } from '../../kernels/expression.ts'
import { kernel } from '../../kernels/kernel.ts'
import type { SquaredNormsByTensor } from './observe.ts'

/** One tensor in one step: ‖g‖₂, ‖x′ − x‖₂ and ‖x‖₂, the last before the step. */
export interface TensorDiagnostics {
  readonly gradientNorm: number
  readonly updateNorm: number
  readonly weightNorm: number
  /** ‖g‖/‖x‖ and ‖x′ − x‖/‖x‖; absent where x = 0. */
  readonly gradientRatio?: number
  readonly updateRatio?: number
}

const squares = kernel({ tensors: ['x'], formula: ({ x }) => ({ sums: { xx: square(x) } }) })

/** ‖x‖² of each tensor. */
export const squaredNorms = ({ runByTensor }: Workspace, x: Tree): ReadonlyMap<string, number> => runByTensor(squares, { x }, {}).sums.xx

/** What to tell of the tensors whose gradient came, in the order of their names. */
export const tensorDiagnostics = (
  weights: ReadonlyMap<string, number>,
  { gradient, update }: SquaredNormsByTensor
): ReadonlyMap<string, TensorDiagnostics> =>
  new Map(
    [...gradient].map(([name, gg]) => [name, diagnosticsOf(Math.sqrt(gg), Math.sqrt(update.get(name) ?? 0), Math.sqrt(weights.get(name)!))])
  )

const diagnosticsOf = (gradientNorm: number, updateNorm: number, weightNorm: number): TensorDiagnostics => ({
  gradientNorm,
  updateNorm,
  weightNorm,
  ...(weightNorm !== 0 && { gradientRatio: gradientNorm / weightNorm, updateRatio: updateNorm / weightNorm })
})
