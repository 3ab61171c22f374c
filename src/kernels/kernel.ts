import type { Expression } from './expression.ts'
import { type Program, toProgram } from './program.ts'
import { specialise } from './specialise.ts'

/** Results of a formula: new tensors, and sums over all entries of all tensors. */
export interface Results<O extends string = string, U extends string = string> {
  readonly tensors?: Readonly<Record<O, Expression>>
  readonly sums?: Readonly<Record<U, Expression>>
}

type Symbols<N extends string> = Readonly<Record<N, Expression>>

/**
 * A formula over named tensors and scalars. A result with the name of an input replaces it, like the arrow in m ← βm + (1 − β)g. All
 * inputs are read before any result is written, so the rest of the formula still sees the old value.
 */
export interface Definition<T extends string, S extends string, W extends string, O extends string, U extends string> {
  readonly tensors: readonly T[]
  readonly scalars?: readonly S[]
  /** Scalars that are often 0 or 1. The formula then runs without the terms that vanish; see `specialise`. */
  readonly switches?: readonly W[]
  readonly formula: (tensors: Symbols<T>, scalars: Symbols<S | W>) => Results<O, U>
}

/** A traced formula that every engine runs. `T` names its tensors, `S` its scalars and switches, `O` its results, `U` its sums. */
export interface Kernel<T extends string = string, S extends string = string, O extends string = string, U extends string = string> {
  readonly tensors: readonly T[]
  readonly scalars: readonly S[]
  readonly switches: readonly S[]
  readonly results: Required<Results<O, U>>
  readonly resultNames: readonly O[]
  readonly sumNames: readonly U[]
  /** For each result the index of the input that it replaces, or −1. */
  readonly replaces: readonly number[]
  /** The program for some values of the scalars. Values with the same switches at 0 and at 1 get the same object. */
  readonly programFor: (scalars: Readonly<Record<S, number>>) => Program
}

/** Traces a formula once into a kernel. */
export function kernel<
  const T extends string,
  const S extends string = never,
  const W extends string = never,
  const O extends string = never,
  const U extends string = never
>({ tensors, scalars = [], switches = [], formula }: Definition<T, S, W, O, U>): Kernel<T, S | W, O, U> {
  const names = [...scalars, ...switches]
  return assemble(tensors, names, switches, formula(symbols('tensor', tensors), symbols('scalar', names)))
}

/** Fuses two kernels into one pass over the same tensors; both see the old inputs. */
export const fuse = <
  T1 extends string,
  S1 extends string,
  O1 extends string,
  U1 extends string,
  T2 extends string,
  S2 extends string,
  O2 extends string,
  U2 extends string
>(
  a: Kernel<T1, S1, O1, U1>,
  b: Kernel<T2, S2, O2, U2>
): Kernel<T1 | T2, S1 | S2, O1 | O2, U1 | U2> =>
  assemble<T1 | T2, S1 | S2, O1 | O2, U1 | U2>(both(a.tensors, b.tensors), both(a.scalars, b.scalars), both(a.switches, b.switches), {
    tensors: { ...a.results.tensors, ...b.results.tensors } as Record<O1 | O2, Expression>,
    sums: { ...a.results.sums, ...b.results.sums } as Record<U1 | U2, Expression>
  })

const withoutTensors = new WeakMap<Kernel, Kernel>()

/** The same kernel without its results but the sums: it changes nothing. */
export function sumsOf<T extends string, S extends string, U extends string>(whole: Kernel<T, S, string, U>): Kernel<T, S, never, U> {
  const known = withoutTensors.get(whole) as Kernel<T, S, never, U> | undefined
  if (known !== undefined) return known
  const sums = assemble<T, S, never, U>(whole.tensors, whole.scalars, whole.switches, { sums: whole.results.sums })
  withoutTensors.set(whole, sums as Kernel)
  return sums
}

const both = <A, B>(a: readonly A[], b: readonly B[]): (A | B)[] => [...new Set<A | B>([...a, ...b])]

function assemble<T extends string, S extends string, O extends string, U extends string>(
  tensors: readonly T[],
  scalars: readonly S[],
  switches: readonly S[],
  results: Results<O, U>
): Kernel<T, S, O, U> {
  const complete = { tensors: results.tensors ?? ({} as Record<O, Expression>), sums: results.sums ?? ({} as Record<U, Expression>) }
  const resultNames = Object.keys(complete.tensors) as O[]
  const sumNames = Object.keys(complete.sums) as U[]
  const programs: Program[] = []
  /** A base-3 number with one digit per switch: 0 and 1 for those values, 2 for any other. */
  const variantOf = (values: Readonly<Record<S, number>>): number =>
    switches.reduce((variant, name) => 3 * variant + (values[name] === 0 ? 0 : values[name] === 1 ? 1 : 2), 0)
  const programFor = (values: Readonly<Record<S, number>>): Program => {
    const variant = variantOf(values)
    const known = programs[variant]
    if (known !== undefined) return known
    const constants = new Map<string, number>(
      switches.filter((name) => values[name] === 0 || values[name] === 1).map((name) => [name, values[name]])
    )
    const specialised = (expressions: readonly Expression[]) => expressions.map((node) => specialise(node, constants))
    const program = toProgram(
      specialised(resultNames.map((name) => complete.tensors[name])),
      specialised(sumNames.map((name) => complete.sums[name]))
    )
    programs[variant] = program
    return program
  }
  const replaces = resultNames.map((name) => tensors.indexOf(name as string as T))
  return { tensors, scalars, switches, results: complete, resultNames, sumNames, replaces, programFor }
}

const symbols = <N extends string>(op: 'tensor' | 'scalar', names: readonly N[]): Symbols<N> =>
  Object.fromEntries(names.map((name) => [name, { op, name }])) as unknown as Symbols<N>
