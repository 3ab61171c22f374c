import { entryCount } from './tensor.ts'

/** Names and shapes of a tree's tensors, stored one after the other: tensor i has entries `starts[i]` to before `starts[i + 1]`. */
export interface Layout {
  readonly names: readonly string[]
  readonly shapes: readonly (readonly number[])[]
  /** Shape `[names + 1]`; the last is the total number of entries. */
  readonly starts: readonly number[]
}

/** Lays out named shapes in the order of the names' UTF-16 code units. The order of the argument does not matter. */
export function layoutOf(shapes: Iterable<readonly [string, readonly number[]]>): Layout {
  const sorted = [...shapes].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const starts = [0]
  for (const [, shape] of sorted) starts.push(starts.at(-1)! + entryCount(shape))
  return { names: sorted.map(([name]) => name), shapes: sorted.map(([, shape]) => shape), starts }
}

export const totalEntries = (layout: Layout): number => layout.starts.at(-1)!

/** Whether two layouts have the same names and the same numbers of entries. */
export const sameEntries = (a: Layout, b: Layout): boolean =>
  a === b || (a.names.length === b.names.length && a.names.every((name, i) => name === b.names[i] && a.starts[i + 1] === b.starts[i + 1]))
