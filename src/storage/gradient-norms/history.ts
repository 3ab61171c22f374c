import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { indicesBetween } from '../../domain/step-index.ts'
import type { Arrived } from './arrived-points.ts'
import type { ChunkInfo } from './chunk.ts'
import { type ChunkSource, inStepOrder } from './chunk-source.ts'
import { type Cell, currentCells } from './current-cells.ts'
import type { HistoryPoint } from './series.ts'

/**
 * All points of a series in order of arrival, each with whether it is current: no mark took it away, and no later point has its
 * step. Looks into later chunks only where their ranges of steps overlap.
 */
export async function* historyOf(source: ChunkSource, chunks: readonly ChunkInfo[]): AsyncGenerator<HistoryPoint[]> {
  const cells = new Map(currentCells(chunks, 0, Number.MAX_SAFE_INTEGER + 1).map((cell) => [cell.chunk.sequence, cell]))
  for (const chunk of chunks) {
    if (chunk.count === 0) continue
    const points = (await source.load([chunk]))[0] as Arrived
    const cell = cells.get(chunk.sequence)
    const hidden = cell ? await hiddenSteps(source, cell, [...cells.values()]) : undefined
    const lastAt = lastIndexByStep(points)
    yield Array.from(points.values, (value, i) => {
      const step = stepAt(points.steps, i)
      const current = cell !== undefined && step >= cell.lo && step <= cell.hi && !hidden?.has(step) && (lastAt?.get(step) ?? i) === i
      return { step, value, sequence: stepAt(points.sequences, i), current }
    })
  }
}

/** The steps of a cell that a later chunk has too. */
async function hiddenSteps(source: ChunkSource, cell: Cell, cells: readonly Cell[]): Promise<Set<number>> {
  const hidden = new Set<number>()
  for (const later of cells) {
    if (later.chunk.sequence <= cell.chunk.sequence || later.hi < cell.lo || later.lo > cell.hi) continue
    const { steps, values } = inStepOrder((await source.load([later.chunk]))[0] as Points)
    const [start, end] = indicesBetween(steps, values.length, Math.max(cell.lo, later.lo), Math.min(cell.hi, later.hi))
    for (let i = start; i < end; i++) hidden.add(stepAt(steps, i))
  }
  return hidden
}

/** Where each step stands last in a chunk, which can have one twice once its neighbours are merged. Undefined: every step is there once. */
function lastIndexByStep({ steps }: Points): Map<number, number> | undefined {
  if (!(steps instanceof Float64Array)) return undefined
  return new Map(Array.from(steps, (step, i) => [step, i]))
}
