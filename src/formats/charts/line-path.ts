import type { Columns } from './columns.ts'

/** Maps columns and values to the picture's units. */
export interface Place {
  readonly x: (column: number) => number
  readonly y: (value: number) => number
}

/** Rounds to tenths, finer than any screen. */
const written = (value: number): string => String(Math.round(value * 10) / 10)

/** Values of a column closer than this are one point. */
const onePoint = 0.75

/** Draws columns as a line through both ends of each column, broken at empty columns. */
export function linePath({ low, high }: Columns, { x, y }: Place): string {
  let path = ''
  let points: [number, number][] = []
  const flush = () => {
    const kept = withoutStraight(points)
    if (kept.length === 1) kept.push([kept[0]![0] + 0.1, kept[0]![1]])
    path += kept.map(([px, py], i) => `${i === 0 ? 'M' : i === 1 ? 'L' : ' '}${written(px)},${written(py)}`).join('')
    points = []
  }
  for (let column = 0; column < low.length; column++) {
    if (Number.isNaN(low[column])) {
      if (points.length > 0) flush()
      continue
    }
    const [bottom, top] = [y(low[column]!), y(high[column]!)]
    const at = x(column)
    if (bottom - top < onePoint) points.push([at, (bottom + top) / 2])
    // Go to the nearer end first.
    else if (Math.abs((points.at(-1)?.[1] ?? bottom) - bottom) < Math.abs((points.at(-1)?.[1] ?? bottom) - top))
      points.push([at, bottom], [at, top])
    else points.push([at, top], [at, bottom])
  }
  if (points.length > 0) flush()
  return path
}

/** Drops points within a twentieth of a unit of the straight line between their remaining neighbours. */
function withoutStraight(points: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  let start = 0
  while (start < points.length) {
    kept.push(points[start]!)
    let end = start + 1
    let steepest = Number.POSITIVE_INFINITY
    let flattest = Number.NEGATIVE_INFINITY
    for (let i = start + 1; i < points.length; i++) {
      const dx = points[i]![0] - points[start]![0]
      const dy = points[i]![1] - points[start]![1]
      if (dx <= 0) break
      const slope = dy / dx
      if (slope > steepest || slope < flattest) break
      end = i
      steepest = Math.min(steepest, (dy + 0.05) / dx)
      flattest = Math.max(flattest, (dy - 0.05) / dx)
    }
    start = Math.max(end, start + 1)
  }
  return kept
}

/** Draws columns as an area from smallest to largest values; a gap separates areas. */
export function bandPath({ low, high }: Columns, { x, y }: Place): string {
  let path = ''
  for (let start = 0; start < low.length; ) {
    if (Number.isNaN(low[start])) {
      start++
      continue
    }
    let end = start
    while (end < low.length && !Number.isNaN(low[end])) end++
    const upper: string[] = []
    const lower: string[] = []
    for (let i = start; i < end; i++) {
      upper.push(`${written(x(i))},${written(y(high[i]!) - 0.4)}`)
      lower.push(`${written(x(i))},${written(y(low[i]!) + 0.4)}`)
    }
    path += `M${upper.join(' ')} ${lower.reverse().join(' ')}Z`
    start = end
  }
  return path
}
