/** Consecutive numbers in a piece of an engine's memory. */
export interface Span<B> {
  readonly buffer: B
  readonly offset: number
  readonly length: number
}

/** Cuts entries `from` to before `to` out of consecutive spans, counted over all of them; joins neighbours. */
export function cut<B>(spans: readonly Span<B>[], from: number, to: number): Span<B>[] {
  const parts: Span<B>[] = []
  let start = 0
  for (const { buffer, offset, length } of spans) {
    const first = Math.max(from, start)
    const last = Math.min(to, start + length)
    if (first < last) append(parts, { buffer, offset: offset + first - start, length: last - first })
    start += length
  }
  return parts
}

/** Appends a span; joins it to the last span if it continues that. */
export function append<B>(spans: Span<B>[], next: Span<B>): void {
  const last = spans.at(-1)
  if (last !== undefined && last.buffer === next.buffer && last.offset + last.length === next.offset) {
    spans[spans.length - 1] = { ...last, length: last.length + next.length }
  } else if (next.length > 0) spans.push(next)
}

/** Cuts lists with equally many entries so that their i-th spans have the same length. */
export function align<B>(lists: readonly (readonly Span<B>[])[]): readonly (readonly Span<B>[])[] {
  if (lists.every((spans) => spans.length <= 1)) return lists
  const ends = new Set<number>()
  for (const spans of lists) {
    let end = 0
    for (const { length } of spans) ends.add((end += length))
  }
  const edges = [0, ...[...ends].sort((a, b) => a - b)]
  return lists.map((spans) => {
    let at = 0
    let used = 0
    return edges.slice(1).map((end, i) => {
      const length = end - edges[i]!
      const { buffer, offset, length: available } = spans[at]!
      const part = { buffer, offset: offset + used, length }
      used += length
      if (used === available) {
        at += 1
        used = 0
      }
      return part
    })
  })
}
