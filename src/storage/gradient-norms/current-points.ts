import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { indicesBetween, slice } from '../../domain/step-index.ts'
import { concatenate, fillSteps } from './chunk.ts'
import { type ChunkSource, inStepOrder } from './chunk-source.ts'
import type { Cell } from './current-cells.ts'

/** How many points a reader loads at a time, one load ahead of the one in use. */
const loadPoints = 131_072
/** Pieces are gathered until they are worth handing on. */
const piecePoints = 16_384

interface Open {
  cell: Cell
  points: Points
}

/**
 * The current points of cells, in step order, in pieces. Sweeps over the steps: between two cells' beginnings the same chunks
 * are open, and where several have a step the one that arrived last stands. Holds only the chunks that are open.
 */
export async function* currentPoints(source: ChunkSource, cells: readonly Cell[]): AsyncGenerator<Points> {
  let gathered: Points[] = []
  let gatheredCount = 0
  let open: Open[] = []
  for await (const { cell, points, bound } of loadedCells(source, cells)) {
    open.push({ cell, points })
    const piece = merged(open, bound)
    open = open.filter((one) => one.cell.hi >= bound)
    if (piece === null) continue
    gathered.push(piece)
    gatheredCount += piece.values.length
    if (gatheredCount >= piecePoints) {
      yield concatenate(gathered)
      gathered = []
      gatheredCount = 0
    }
  }
  if (gatheredCount > 0) yield concatenate(gathered)
}

/** Cells with their points, and the step at which the next cell begins. The next load is under way while one is used. */
async function* loadedCells(source: ChunkSource, cells: readonly Cell[]): AsyncGenerator<Open & { bound: number }> {
  const loadFrom = (start: number): { end: number; points: Promise<Points[]> } => {
    let end = start
    let count = 0
    while (end < cells.length && (end === start || count + (cells[end] as Cell).chunk.count <= loadPoints)) {
      count += (cells[end++] as Cell).chunk.count
    }
    const points = source.load(cells.slice(start, end).map((cell) => cell.chunk))
    points.catch(() => {}) // Awaited below; a reader that stops early never does.
    return { end, points }
  }
  if (cells.length === 0) return
  let next: ReturnType<typeof loadFrom> | null = loadFrom(0)
  for (let start = 0; next !== null; ) {
    const { end, points }: { end: number; points: Promise<Points[]> } = next
    const loaded = await points
    next = end < cells.length ? loadFrom(end) : null
    for (let i = start; i < end; i++) {
      const cell = cells[i] as Cell
      yield { cell, points: inStepOrder(loaded[i - start] as Points), bound: cells[i + 1]?.lo ?? Number.POSITIVE_INFINITY }
    }
    start = end
  }
}

/** The points of the open cells from where the last of them begins up to a bound (exclusive). Null: none. */
function merged(open: readonly Open[], bound: number): Points | null {
  const begin = (open.at(-1) as Open).cell.lo
  const parts: { points: Points; sequence: number }[] = []
  for (const { cell, points } of open) {
    const [start, end] = indicesBetween(points.steps, points.values.length, Math.max(begin, cell.lo), Math.min(cell.hi, bound - 1))
    if (start < end) parts.push({ points: slice(points, start, end), sequence: cell.chunk.sequence })
  }
  if (parts.length <= 1) return parts[0]?.points ?? null
  parts.sort((a, b) => a.sequence - b.sequence)
  return inStepOrder(flattened(parts.map((part) => part.points)))
}

function flattened(parts: readonly Points[]): Points {
  const steps = new Float64Array(parts.reduce((sum, part) => sum + part.values.length, 0))
  const values = new Float64Array(steps.length)
  let at = 0
  for (const part of parts) {
    fillSteps(steps, at, part.steps, part.values.length)
    values.set(part.values, at)
    at += part.values.length
  }
  return { steps, values }
}

/**
 * The largest current step of cells, or null. Looks into chunks only where their columns do not tell.
 */
export async function lastStepOf(source: ChunkSource, cells: readonly Cell[]): Promise<number | null> {
  let last: number | null = null
  for (const { chunk, lo, hi } of [...cells].sort((a, b) => b.hi - a.hi)) {
    if (last !== null && hi <= last) break
    const points =
      chunk.stride === null && chunk.count > 1
        ? inStepOrder((await source.load([chunk]))[0] as Points)
        : { steps: { first: chunk.first, stride: chunk.stride ?? 1 }, values: { length: chunk.count } }
    const [start, end] = indicesBetween(points.steps, points.values.length, lo, hi)
    if (start < end) last = Math.max(last ?? 0, stepAt(points.steps, end - 1))
  }
  return last
}

/**
 * The current values at steps: one a step, undefined where there is no point. Loads only chunks whose range has one of the steps.
 * @param steps increasing
 */
export async function valuesAt(source: ChunkSource, cells: readonly Cell[], steps: Float64Array): Promise<(number | undefined)[]> {
  const found: (number | undefined)[] = new Array(steps.length)
  const byAge = [...cells].sort((a, b) => a.chunk.sequence - b.chunk.sequence)
  for (const { chunk, lo, hi } of byAge) {
    const [start, end] = indicesBetween(steps, steps.length, lo, hi)
    if (start === end) continue
    const points = inStepOrder((await source.load([chunk]))[0] as Points)
    for (let i = start; i < end; i++) {
      const step = steps[i]!
      const [at, after] = indicesBetween(points.steps, points.values.length, step, step)
      if (at < after) found[i] = points.values[at]!
    }
  }
  return found
}
