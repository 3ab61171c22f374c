import type { InvalidPart } from '../../domain/problems.ts'
import type { Tree, Workspace } from '../../kernels/engine.ts'
import { sub } from '../../kernels/expression.ts'
import { kernel } from '../../kernels/kernel.ts'

/** NaN as soon as one entry is not finite, else 0. */
const finite = kernel({ tensors: ['x'], formula: ({ x }) => ({ sums: { zero: sub(x, x) } }) })

export const isFiniteTree = ({ run }: Workspace, x: Tree): boolean => run(finite, { x }, {}).sums.zero === 0

/** What the caller may do where a gradient or a loss is refused. */
export const skipOrPropagate: Pick<InvalidPart, 'fix'> = {
  fix: 'Send `nonFinite: "skip"` to leave such steps out, as GradScaler does, or `nonFinite: "propagate"` to compute with them.'
}

/** The same where nothing can be left out. */
export const propagate: Pick<InvalidPart, 'fix'> = { fix: 'Send `nonFinite: "propagate"` to compute with it.' }
