import type { RunResults, Tree, Workspace } from '../../kernels/engine.ts'
import { type Expression, square, sub } from '../../kernels/expression.ts'
import { type Definition, type Kernel, kernel, type Results, sumsOf } from '../../kernels/kernel.ts'

/** What every step reports. Where no kernel reads g, or none replaces x, the square is undefined. */
export interface SquaredNorms {
  gradient: number | undefined
  update: number | undefined
}

/**
 * A kernel of an optimizer's step. Where it reads g it also sums ‖g‖², and where it replaces x it sums ‖x′ − x‖², in the same pass:
 * the norms that every step reports. So a step reads the raw gradient under the name g in one kernel alone.
 */
export function stepKernel<
  const T extends string,
  const S extends string = never,
  const W extends string = never,
  const O extends string = never,
  const U extends string = never
>(definition: Definition<T, S, W, O, U>): Kernel<T, S | W, O, U> {
  return kernel({ ...definition, formula: (tensors, scalars) => withNorms(tensors, definition.formula(tensors, scalars)) })
}

function withNorms<O extends string, U extends string>(
  tensors: Readonly<Record<string, Expression>>,
  results: Results<O, U>
): Results<O, U> {
  const { g, x } = tensors
  const next = (results.tensors as Readonly<Record<string, Expression>> | undefined)?.x
  const norms = { ...(g && { [gradientSum]: square(g) }), ...(x && next && { [updateSum]: square(sub(next, x)) }) }
  return { ...results, sums: { ...results.sums, ...norms } as Record<U, Expression> }
}

const gradientSum = '‖g‖²'
const updateSum = '‖x′ − x‖²'
const observed = new WeakMap<Workspace, Workspace>()

/** The same for each tensor, by its name. */
export interface SquaredNormsByTensor {
  readonly gradient: Map<string, number>
  readonly update: Map<string, number>
}

/** A workspace that adds the norms of the step kernels run in it to `norms`; and to those of each tensor, by another pass before. */
export function observe(workspace: Workspace, norms: SquaredNorms, byTensor?: SquaredNormsByTensor): Workspace {
  const run = <T extends string, S extends string, O extends string, U extends string>(
    formula: Kernel<T, S, O, U>,
    trees: Readonly<Record<T, Tree>>,
    scalars: Readonly<Record<S, number>>
  ): RunResults<O, U> => {
    if (byTensor !== undefined && hasNorms(formula)) {
      const { sums } = workspace.runByTensor(sumsOf(formula), trees, scalars)
      const { [gradientSum]: gradients, [updateSum]: updates } = sums as Readonly<Record<string, ReadonlyMap<string, number>>>
      addEach(byTensor.gradient, gradients)
      addEach(byTensor.update, updates)
    }
    const results = workspace.run(formula, trees, scalars)
    const { [gradientSum]: gradient, [updateSum]: update } = results.sums as Readonly<Record<string, number>>
    if (gradient !== undefined) norms.gradient = (norms.gradient ?? 0) + gradient
    if (update !== undefined) norms.update = (norms.update ?? 0) + update
    return results
  }
  const observing = { ...workspace, run }
  observed.set(observing, workspace)
  return observing
}

const hasNorms = ({ sumNames }: Kernel): boolean => sumNames.includes(gradientSum) || sumNames.includes(updateSum)

function addEach(sums: Map<string, number>, more: ReadonlyMap<string, number> | undefined): void {
  for (const [name, sum] of more ?? []) sums.set(name, (sums.get(name) ?? 0) + sum)
}

/** The same workspace, without the adding: for the steps that an optimizer makes inside its own. */
export const unobserved = (workspace: Workspace): Workspace => observed.get(workspace) ?? workspace

const gradientNorm = stepKernel({ tensors: ['g'], formula: () => ({}) })

/** ‖g‖², for the steps that need it before they can begin. */
export const observeGradient = ({ run }: Workspace, g: Tree): number =>
  (run(gradientNorm, { g }, {}).sums as Readonly<Record<string, number>>)[gradientSum]!
