import { entryCount } from './tensor.ts'

/** The names and shapes of a tree's tensors, which lie one after the other: tensor i has entries `starts[i]` to `starts[i + 1]`. */
export interface Layout {
  readonly names: readonly string[]
  readonly shapes: readonly (readonly number[])[]
  /** Shape `[names + 1]`; the last is the number of all entries. */
  readonly starts: readonly number[]
}

/** A layout of named shapes, in the order of the names' UTF-16 code units, so that the order in which they came leaves no trace. */
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
