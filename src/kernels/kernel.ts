import type { Expression } from './expression.ts'
import { type Program, toProgram } from './program.ts'

/** What a formula gives: new tensors, and sums over all entries of all tensors. */
export interface Results<O extends string = string, U extends string = string> {
  readonly tensors?: Readonly<Record<O, Expression>>
  readonly sums?: Readonly<Record<U, Expression>>
}

type Symbols<N extends string> = Readonly<Record<N, Expression>>

/** A formula over named tensors and named scalars, which every engine can run. `O` names its tensors, `U` its sums. */
export interface Kernel<T extends string = string, S extends string = string, O extends string = string, U extends string = string> {
  readonly tensors: readonly T[]
  readonly scalars: readonly S[]
  readonly results: { readonly tensors: Readonly<Record<O, Expression>>; readonly sums: Readonly<Record<U, Expression>> }
  readonly program: Program
}

/**
 * Traces a formula, once. It reads every input before it writes any result: a result with the name of an input replaces it, as the
 * arrow does in m ← βm + (1 − β)g, and everything else in the same formula still sees the old one.
 */
export function kernel<
  const T extends string,
  const S extends string = never,
  const O extends string = never,
  const U extends string = never
>(definition: {
  tensors: readonly T[]
  scalars?: readonly S[]
  formula: (tensors: Symbols<T>, scalars: Symbols<S>) => Results<O, U>
}): Kernel<T, S, O, U> {
  const scalars = definition.scalars ?? []
  const results = definition.formula(symbols('tensor', definition.tensors), symbols('scalar', scalars))
  return assemble(definition.tensors, scalars, results)
}

/** Two formulas in one pass over the same tensors; both see the inputs as they were. */
export const fuse = <
  T extends string,
  S extends string,
  O extends string,
  U extends string,
  T2 extends string,
  S2 extends string,
  O2 extends string,
  U2 extends string
>(
  a: Kernel<T, S, O, U>,
  b: Kernel<T2, S2, O2, U2>
): Kernel<T | T2, S | S2, O | O2, U | U2> =>
  assemble<T | T2, S | S2, O | O2, U | U2>([...new Set([...a.tensors, ...b.tensors])], [...new Set([...a.scalars, ...b.scalars])], {
    tensors: { ...a.results.tensors, ...b.results.tensors } as Record<O | O2, Expression>,
    sums: { ...a.results.sums, ...b.results.sums } as Record<U | U2, Expression>
  })

function assemble<T extends string, S extends string, O extends string, U extends string>(
  tensors: readonly T[],
  scalars: readonly S[],
  results: Results<O, U>
): Kernel<T, S, O, U> {
  const complete = { tensors: results.tensors ?? ({} as Record<O, Expression>), sums: results.sums ?? ({} as Record<U, Expression>) }
  return { tensors, scalars, results: complete, program: toProgram(complete.tensors, complete.sums) }
}

const symbols = <N extends string>(op: 'tensor' | 'scalar', names: readonly N[]): Symbols<N> =>
  Object.fromEntries(names.map((name) => [name, { op, name }])) as unknown as Symbols<N>
