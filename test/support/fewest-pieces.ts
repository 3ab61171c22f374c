type Range = readonly [low: number, high: number]

/**
 * The fewest pieces of a continuous piecewise linear function with knots at whole steps that stays within a tolerance of values and
 * within [0, 1]: by the ranges that a knot at each step can have after so many pieces, from every range before it. Cubic and more: for
 * short curves.
 */
export function fewestPieces(values: Float64Array, tolerance: number): number {
  const n = values.length
  const low = values.map((value) => Math.max(0, value - tolerance))
  const high = values.map((value) => Math.min(1, value + tolerance))
  let ranges: Range[][] = [[[low[0]!, high[0]!]], ...Array.from({ length: n - 1 }, () => [])]
  for (let pieces = 0; ; pieces++) {
    if (ranges[n - 1]!.length > 0) return pieces
    const next: Range[][] = ranges.map(() => [])
    for (let i = 0; i < n; i++) {
      for (const range of ranges[i]!) {
        for (let j = i + 1; j < n; j++) {
          const seen = valuesAt(i, range, j, low, high)
          if (seen === null) break
          next[j]!.push(seen)
        }
      }
    }
    ranges = next.map(united)
  }
}

/** Values at j of lines from a range at i through all gates between: by the corners of the polygon of (value at i, slope). */
function valuesAt(i: number, [from, to]: Range, j: number, low: Float64Array, high: Float64Array): Range | null {
  let polygon: [number, number][] = [
    [from, -10],
    [to, -10],
    [to, 10],
    [from, 10]
  ]
  for (let x = i + 1; x <= j && polygon.length > 0; x++) {
    polygon = clipped(polygon, ([y, slope]) => y + slope * (x - i) - low[x]!)
    polygon = clipped(polygon, ([y, slope]) => high[x]! - y - slope * (x - i))
  }
  if (polygon.length === 0) return null
  const values = polygon.map(([y, slope]) => y + slope * (j - i))
  return [Math.min(...values), Math.max(...values)]
}

function clipped(polygon: [number, number][], inside: (point: [number, number]) => number): [number, number][] {
  return polygon.flatMap((point, k) => {
    const next = polygon[(k + 1) % polygon.length]!
    const [a, b] = [inside(point), inside(next)]
    const kept: [number, number][] = a >= 0 ? [point] : []
    if (a * b < 0) kept.push([point[0] + ((next[0] - point[0]) * a) / (a - b), point[1] + ((next[1] - point[1]) * a) / (a - b)])
    return kept
  })
}

/** Ranges that overlap as one. */
function united(ranges: Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0])
  const result: [number, number][] = []
  for (const [low, high] of sorted) {
    const last = result.at(-1)
    if (last !== undefined && low <= last[1]) last[1] = Math.max(last[1], high)
    else result.push([low, high])
  }
  return result
}
