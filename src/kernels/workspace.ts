import type { Precision } from '../domain/engine.ts'
import { compensatedSum } from './compensated-sum.ts'
import type { RunResults, Tree, Workspace } from './engine.ts'
import { type Kernel, kernel } from './kernel.ts'
import { type Layout, layoutOf, sameEntries, totalEntries } from './layout.ts'
import { align, append, cut, type Span } from './span.ts'
import { entryCount, type Room, type Tensors, type Values, zeroValues } from './tensor.ts'

/** What an engine implements for one precision; the workspace does the rest. `B` is a piece of the engine's memory. */
export interface Backend<B> {
  /** Stores numbers one after the other in a new piece of memory; `length` ≥ 1 in all. */
  readonly store: (parts: readonly Values[], length: number) => B
  /** The memory in which numbers already lie one after the other, where the engine can compute there; it is overwritten. */
  readonly adopt?: (parts: readonly Values[]) => B | undefined
  readonly load: (span: Span<B>, room: Room) => Values
  /**
   * Runs a kernel over lists of spans, one list per input in the kernel's order. The i-th spans of all lists have the same length. A
   * result with the name of an input overwrites it if the memory allows. Returns sums span by span.
   */
  readonly run: (
    kernel: Kernel,
    inputs: readonly (readonly Span<B>[])[],
    scalars: Readonly<Record<string, number>>
  ) => { tensors: readonly (readonly Span<B>[])[]; sums: readonly ArrayLike<number>[] }
  /** Copies entries 0, p, 2p, … of each span into a new piece of memory, one span after the other. */
  readonly everyNth: (spans: readonly Span<B>[], p: number) => B
  /** Operations on a series in float64, of length ≥ 2. `tailSums` and `interpolateEven` return new memory. */
  readonly tailSums: (span: Span<B>) => B
  readonly interpolateEven: (span: Span<B>, length: number) => B
  readonly largest: (span: Span<B>) => number
  readonly release: (buffer: B) => void
}

/** A tree in a backend's memory. */
interface Placed<B> extends Tree {
  readonly layout: Layout
  readonly spans: readonly Span<B>[]
  /** A kernel's result has taken the memory. */
  spent: boolean
}

const duplicate = kernel({ tensors: ['source'], formula: ({ source }) => ({ tensors: { copy: source } }) })
const fill = kernel({ tensors: ['like'], scalars: ['value'], formula: (_, { value }) => ({ tensors: { filled: value } }) })

/** Creates a workspace on a backend. It packs the tensors of a tree, so that a kernel runs once over all of them. */
export function createWorkspace<B>(backend: Backend<B>, precision: Precision): Workspace {
  const buffers = new Set<B>()
  let closed = false

  const placed = (tree: Tree): Placed<B> => {
    const known = tree as Placed<B>
    if (closed) throw new Error('the workspace is closed')
    if (known.spent) throw new Error(`a tree was used after a kernel had replaced it: ${known.names.join(', ')}`)
    return known
  }

  /** Makes a tree whose memory the workspace owns. */
  const place = (layout: Layout, spans: readonly Span<B>[]): Placed<B> => {
    for (const { buffer } of spans) buffers.add(buffer)
    return { names: layout.names, shapes: layout.shapes, layout, spans, spent: false }
  }

  const upload = (tensors: Tensors): Tree => {
    const layout = layoutOf([...tensors].map(([name, { shape }]) => [name, shape]))
    const length = totalEntries(layout)
    if (length === 0) return place(layout, [])
    const parts = layout.names.map((name) => tensors.get(name)!.values)
    return place(layout, [{ buffer: backend.adopt?.(parts) ?? backend.store(parts, length), offset: 0, length }])
  }

  const download = (tree: Tree, room: Room = zeroValues): Tensors => {
    const { layout, spans } = placed(tree)
    const values = (i: number): Values => {
      const parts = cut(spans, layout.starts[i]!, layout.starts[i + 1]!)
      if (parts.length === 1) return backend.load(parts[0]!, room)
      if (parts.length === 0) return zeroValues(precision, 0)
      throw new Error('a tensor must lie in one piece')
    }
    return new Map(layout.names.map((name, i) => [name, { shape: layout.shapes[i]!, values: values(i) }]))
  }

  /** The inputs of a run, checked for the same names and sizes. */
  const fitting = (kernel: Kernel, trees: Readonly<Record<string, Tree>>): readonly Placed<B>[] => {
    const inputs = kernel.tensors.map((name) => placed(trees[name]!))
    const { layout } = inputs[0]!
    if (inputs.every((input) => sameEntries(layout, input.layout))) return inputs
    throw new Error('the trees of one run must have the same names and sizes')
  }

  /** Runs a kernel over spans of its inputs and places the results. */
  const runOver = (
    kernel: Kernel,
    inputs: readonly Placed<B>[],
    spans: readonly (readonly Span<B>[])[],
    scalars: Readonly<Record<string, number>>
  ) => {
    const results = backend.run(kernel, spans, scalars)
    const tensors: Record<string, Tree> = {}
    kernel.resultNames.forEach((name, i) => {
      const replaced = inputs[kernel.replaces[i]!]
      if (replaced !== undefined) replaced.spent = true
      tensors[name] = place((replaced ?? inputs[0]!).layout, joined(results.tensors[i]!))
    })
    return { tensors, sums: results.sums }
  }

  const run: Workspace['run'] = (kernel, trees, scalars) => {
    const inputs = fitting(kernel, trees)
    const { tensors, sums: parts } = runOver(kernel, inputs, align(inputs.map(({ spans }) => spans)), scalars)
    const sums: Record<string, number> = {}
    kernel.sumNames.forEach((name, i) => {
      sums[name] = compensatedSum(parts[i]!)
    })
    return { tensors, sums } as RunResults<string, string>
  }

  const runByTensor: Workspace['runByTensor'] = (kernel, trees, scalars) => {
    const inputs = fitting(kernel, trees)
    const { names, starts } = inputs[0]!.layout
    const filled = [...names.keys()].filter((i) => starts[i + 1]! > starts[i]!)
    const cuts = inputs.map(({ spans }) => filled.flatMap((i) => cut(spans, starts[i]!, starts[i + 1]!)))
    const results = runOver(kernel, inputs, cuts, scalars)
    const byName = (parts: ArrayLike<number>) => {
      const sums = new Map(names.map((name) => [name, 0]))
      for (const [part, i] of filled.entries()) sums.set(names[i]!, parts[part]!)
      return sums
    }
    return {
      tensors: results.tensors,
      sums: Object.fromEntries(kernel.sumNames.map((name, i) => [name, byName(results.sums[i]!)]))
    } as never
  }

  const everyNth = (tree: Tree, p: number): Tree => {
    const { layout, spans } = placed(tree)
    const slices = layoutOf(layout.names.map((name, i) => [name, [Math.ceil(entryCount(layout.shapes[i]!) / p)]]))
    const length = totalEntries(slices)
    if (length === 0) return place(slices, [])
    const tensors = layout.names.flatMap((_, i) => cut(spans, layout.starts[i]!, layout.starts[i + 1]!))
    return place(slices, [{ buffer: backend.everyNth(tensors, p), offset: 0, length }])
  }

  const pick = (tree: Tree, names: readonly string[]): Tree => {
    const { layout, spans } = placed(tree)
    const wanted = new Set(names)
    const at = layout.names.flatMap((name, i) => (wanted.has(name) ? [i] : []))
    if (at.length === layout.names.length && at.length > 0) return tree
    const picked = layoutOf(at.map((i) => [layout.names[i]!, layout.shapes[i]!]))
    return place(picked, joined(at.flatMap((i) => cut(spans, layout.starts[i]!, layout.starts[i + 1]!))))
  }

  const merge = (first: Tree, second: Tree): Tree => {
    if (second.names.length === 0) return first
    const replacing = new Set(second.names)
    if (first.names.every((name) => replacing.has(name))) return second
    const from = new Map<string, [Placed<B>, number]>()
    for (const tree of [placed(first), placed(second)]) for (const [i, name] of tree.names.entries()) from.set(name, [tree, i])
    const merged = layoutOf([...from].map(([name, [tree, i]]) => [name, tree.layout.shapes[i]!]))
    const spansOf = (name: string) => {
      const [{ spans, layout }, i] = from.get(name)!
      return cut(spans, layout.starts[i]!, layout.starts[i + 1]!)
    }
    return place(merged, joined(merged.names.flatMap(spansOf)))
  }

  /** A tree's single tensor as a span, checked to be a series. */
  const normsOf = (tree: Tree): { name: string; span: Span<B> } => {
    const { names, layout, spans } = placed(tree)
    if (precision === 'float64' && names.length === 1 && spans.length === 1 && totalEntries(layout) >= 2) {
      return { name: names[0]!, span: spans[0]! }
    }
    throw new Error('a series must be one tensor of at least two numbers, in float64')
  }
  const placeSeries = (name: string, buffer: B, length: number): Tree =>
    place(layoutOf([[name, [length]]]), [{ buffer, offset: 0, length }])

  const tailSums = (tree: Tree): Tree => {
    const { name, span } = normsOf(tree)
    return placeSeries(name, backend.tailSums(span), span.length)
  }

  const interpolateEven = (tree: Tree, length: number): Tree => {
    const { name, span } = normsOf(tree)
    if (length < 2) throw new Error('a series must have at least two numbers')
    return placeSeries(name, backend.interpolateEven(span, length), length)
  }

  const release = (kept: ReadonlySet<B>): void => {
    for (const buffer of buffers) {
      if (kept.has(buffer)) continue
      backend.release(buffer)
      buffers.delete(buffer)
    }
  }

  return {
    precision,
    upload,
    download,
    run,
    runByTensor,
    everyNth,
    pick,
    merge,
    tailSums,
    interpolateEven,
    largest: (tree) => backend.largest(normsOf(tree).span),
    copy: (tree) => run(duplicate, { source: tree }, {}).tensors.copy,
    filledLike: (tree, value) => run(fill, { like: tree }, { value }).tensors.filled,
    keepOnly: (trees) => release(new Set([...trees].flatMap((tree) => placed(tree).spans.map(({ buffer }) => buffer)))),
    close: () => {
      release(new Set())
      closed = true
    }
  }
}

const joined = <B>(spans: readonly Span<B>[]): readonly Span<B>[] => {
  if (spans.length <= 1) return spans
  const parts: Span<B>[] = []
  for (const span of spans) append(parts, span)
  return parts
}
