import type { EngineDescription, Precision } from '../domain/engine.ts'
import type { Kernel } from './kernel.ts'
import type { Room, Tensors, Values } from './tensor.ts'

/** Runs kernels. On one engine the same input always gives the same bits. */
export interface Engine {
  readonly description: EngineDescription
  /** Loads what kernels need, where that is much. Awaited before any of them runs. */
  readonly prepare?: () => Promise<void>
  /**
   * Opens memory for one piece of work. Closing the workspace frees all of it.
   * @param near numbers of a request: where an engine can compute in the memory that they lie in, it does, and overwrites them
   */
  open(precision: Precision, near?: Values): Workspace
}

/** Named tensors in the memory of an engine. Only the workspace that made a tree can read it. */
export interface Tree {
  /** Sorted by UTF-16 code units, so that results do not depend on the order of the input. */
  readonly names: readonly string[]
  /** The shape of each, in the order of the names. */
  readonly shapes: readonly (readonly number[])[]
}

/** Trees and sums from a kernel run. Sums run over all entries of all tensors, in float64, in a fixed order. */
export interface RunResults<O extends string, U extends string> {
  readonly tensors: Readonly<Record<O, Tree>>
  readonly sums: Readonly<Record<U, number>>
}

/**
 * Memory on an engine, and operations on it. The functions do not use `this`, so callers may destructure them.
 */
export interface Workspace {
  readonly precision: Precision
  /** Copies tensors to the engine, unless they lie in its memory already; rounds them to the workspace's precision. */
  readonly upload: (tensors: Tensors) => Tree
  /** Copies tensors from the engine, into new arrays unless there is room for them elsewhere. */
  readonly download: (tree: Tree, room?: Room) => Tensors
  /**
   * Runs a kernel over trees with the same names and sizes. A result with the name of an input takes that input's memory: do not use
   * that input's tree again. Other inputs stay as they are.
   */
  readonly run: <T extends string, S extends string, O extends string, U extends string>(
    kernel: Kernel<T, S, O, U>,
    trees: Readonly<Record<T, Tree>>,
    scalars: Readonly<Record<S, number>>
  ) => RunResults<O, U>
  /** Like `run`, but gives each tensor's own sums, by its name. */
  readonly runByTensor: <T extends string, S extends string, O extends string, U extends string>(
    kernel: Kernel<T, S, O, U>,
    trees: Readonly<Record<T, Tree>>,
    scalars: Readonly<Record<S, number>>
  ) => { readonly tensors: Readonly<Record<O, Tree>>; readonly sums: Readonly<Record<U, ReadonlyMap<string, number>>> }
  /** A tree with the names and shapes of another, filled with one value. */
  readonly filledLike: (tree: Tree, value: number) => Tree
  readonly copy: (tree: Tree) => Tree
  /** Entries 0, p, 2p, … of each flattened tensor, as a tree of its own. Shapes `[⌈n/p⌉]`. */
  readonly everyNth: (tree: Tree, p: number) => Tree
  /** The named tensors of a tree, sharing its memory. */
  readonly pick: (tree: Tree, names: readonly string[]) => Tree
  /** All tensors of both trees, sharing their memory. If both have a name, the second tree's tensor wins. */
  readonly merge: (first: Tree, second: Tree) => Tree
  /**
   * Exclusive sums of a series from its end: `out[t] = Σ_{p>t} in[p]`; the last is 0. Numbers are ≥ 0. A series is a tree of one tensor
   * with at least two numbers, in float64.
   */
  readonly tailSums: (series: Tree) => Tree
  /** Interpolates a series linearly to `length` ≥ 2 equally spaced positions; keeps the first and the last number. */
  readonly interpolateEven: (series: Tree, length: number) => Tree
  /** The largest number of a series. */
  readonly largest: (series: Tree) => number
  /** Frees all memory except that of these trees. */
  readonly keepOnly: (trees: Iterable<Tree>) => void
  readonly close: () => void
}
