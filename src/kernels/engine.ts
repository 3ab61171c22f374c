import type { EngineDescription, Precision } from '../domain/engine.ts'
import type { Kernel } from './kernel.ts'
import type { Tensors } from './tensor.ts'

/** Something that runs kernels. On one engine, the same input gives the same bits every time. */
export interface Engine {
  readonly description: EngineDescription
  /** Memory for one piece of work. All of it is given back when the workspace is closed. */
  open(precision: Precision): Workspace
}

/** Named tensors in the memory of an engine. Only the workspace that made a tree can read it. */
export interface Tree {
  /** In the order of their UTF-16 code units, so that results do not depend on the order in which tensors came. */
  readonly names: readonly string[]
}

/** The trees and sums that a kernel run gives. Sums are over all entries of all tensors, in float64, in a fixed order. */
export interface RunResults<O extends string, U extends string> {
  readonly tensors: Readonly<Record<O, Tree>>
  readonly sums: Readonly<Record<U, number>>
}

/**
 * Memory on an engine, and what can be done with it. The functions do not use `this`, so that a formula can take out those it needs.
 */
export interface Workspace {
  readonly precision: Precision
  /** Copies tensors to the engine, rounding them to the precision of the workspace. */
  readonly upload: (tensors: Tensors) => Tree
  /** Copies tensors from the engine. */
  readonly download: (tree: Tree) => Tensors
  /**
   * Runs a kernel over trees that have the same names and sizes. A result with the name of an input takes that input's memory, and
   * the input's tree must not be used again; all other inputs stay as they are.
   */
  readonly run: <T extends string, S extends string, O extends string, U extends string>(
    kernel: Kernel<T, S, O, U>,
    trees: Readonly<Record<T, Tree>>,
    scalars: Readonly<Record<S, number>>
  ) => RunResults<O, U>
  /** The same, with the sums of each tensor by itself, under its name. */
  readonly runByTensor: <T extends string, S extends string, O extends string, U extends string>(
    kernel: Kernel<T, S, O, U>,
    trees: Readonly<Record<T, Tree>>,
    scalars: Readonly<Record<S, number>>
  ) => { readonly tensors: Readonly<Record<O, Tree>>; readonly sums: Readonly<Record<U, ReadonlyMap<string, number>>> }
  /** A tree like another, filled with one value. */
  readonly filledLike: (tree: Tree, value: number) => Tree
  readonly copy: (tree: Tree) => Tree
  /** Entries 0, p, 2p, … of each flattened tensor, as a tree of its own. Shapes `[⌈n/p⌉]`. */
  readonly everyNth: (tree: Tree, p: number) => Tree
  /** The named tensors of a tree, sharing its memory. */
  readonly pick: (tree: Tree, names: readonly string[]) => Tree
  /** All tensors of both trees, sharing their memory; where both have a name, the second's. */
  readonly merge: (first: Tree, second: Tree) => Tree
  /**
   * A series is a tree of one tensor with two numbers at least, in float64. Its exclusive sums from the end: `out[t] = Σ_{p>t} in[p]`, so
   * that the last is 0; for numbers ≥ 0.
   */
  readonly tailSums: (series: Tree) => Tree
  /** Linear interpolation of a series onto another number of equally spaced positions, two at least; the first and the last stay. */
  readonly interpolateEven: (series: Tree, length: number) => Tree
  /** The largest number of a series. */
  readonly largest: (series: Tree) => number
  /** Gives back all memory but that of these trees. */
  readonly keepOnly: (trees: Iterable<Tree>) => void
  readonly close: () => void
}
