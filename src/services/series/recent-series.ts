import { LRUCache } from 'lru-cache'
import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { HeldMemory, MemoryBudget } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { indicesBetween, slice } from '../../domain/step-index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { SeriesHead, SeriesReading } from '../../storage/series-repository.ts'
import { readSeries } from './read-series.ts'

/** What is kept at most, of all series and of one. Bytes. */
const keptMax = 2 ** 28
const shareOfBudget = 1 / 8
const shareOfKept = 1 / 4
/** So long after nobody has asked for it, a series is given up. Milliseconds. */
const usualIdleMs = 60_000

/** Opens a series of a project, as it is now. @param head what is current in it, where that is known already */
export type OpenSeries = (runId: string, name: SeriesName, head?: SeriesHead) => Promise<SeriesReading>

/** Opens series as they are stored. */
export const storedSeries =
  ({ series }: ProjectStorage): OpenSeries =>
  (runId, name) =>
    series.read(runId, name)

interface Kept {
  readonly version: bigint
  readonly head: SeriesHead
  readonly points: Points
  readonly held: HeldMemory
  users: number
  isGivenUp: boolean
}

/**
 * Series that were read a moment ago, in memory: who moves an option of a refinement, or looks closer at a chart, asks for the same points again and
 * again. PostgreSQL is asked for the version of a series each time, which every append changes and which never comes back, so nothing old is answered.
 * Kept memory is counted in the budget; it is given up after a minute without use, and at once where work needs it.
 */
export class RecentSeries {
  readonly #budget: MemoryBudget
  readonly #oneMax: number
  readonly #idleMs: number
  readonly #kept: LRUCache<string, Kept>
  readonly #reading = new Map<string, Promise<Kept | null>>()
  #tidying: NodeJS.Timeout | undefined

  constructor(budget: MemoryBudget, { bytesMax = keptMax, idleMs = usualIdleMs }: { bytesMax?: number; idleMs?: number } = {}) {
    this.#budget = budget
    const max = Math.floor(Math.min(bytesMax, budget.max * shareOfBudget))
    this.#oneMax = max * shareOfKept
    this.#idleMs = idleMs
    this.#kept = new LRUCache<string, Kept>({
      maxSize: Math.max(1, max),
      sizeCalculation: ({ points }) => Math.max(1, bytesOf(points)),
      ttl: idleMs,
      updateAgeOnGet: true,
      dispose: (kept) => {
        kept.isGivenUp = true
        if (kept.users === 0) kept.held.release()
      }
    })
    budget.asksFirst(() => this.forget())
  }

  /**
   * Work on series of a project. What it opens is counted until it ends, and not to be changed.
   * @throws what the work throws
   */
  async during<T>(storage: ProjectStorage, work: (open: OpenSeries) => Promise<T>): Promise<T> {
    const used: Kept[] = []
    try {
      return await work(async (runId, name, head) => {
        const kept = await this.#find(storage, runId, name, head)
        // Room for it may have been needed since.
        if (kept === null || kept.isGivenUp) return await storage.series.read(runId, name)
        kept.users++
        used.push(kept)
        return readingOf(kept)
      })
    } finally {
      for (const kept of used) if (--kept.users === 0 && kept.isGivenUp) kept.held.release()
    }
  }

  /**
   * The points of a series at some steps, where all of it is in memory as it is now; null where not.
   * @param head what is current in it  @param from inclusive  @param to exclusive
   */
  range(storage: ProjectStorage, runId: string, name: SeriesName, head: SeriesHead, from: number, to: number): SeriesReading | null {
    const kept = this.#kept.get(keyOf(storage, runId, name))
    if (kept === undefined || kept.version !== head.version) return null
    const { steps, values } = kept.points
    return readingOf({ head: kept.head, points: slice(kept.points, ...indicesBetween(steps, values.length, from, to - 1)) })
  }

  /** Gives up all that is kept and not in use. */
  forget(): void {
    this.#kept.clear()
    clearInterval(this.#tidying)
    this.#tidying = undefined
  }

  /** Null: it is not kept. */
  async #find(storage: ProjectStorage, runId: string, name: SeriesName, given?: SeriesHead): Promise<Kept | null> {
    const head = given ?? (await storage.series.head(runId, name))
    if (head === null || 16 * head.points > this.#oneMax) return null
    const key = keyOf(storage, runId, name)
    const kept = this.#kept.get(key)
    if (kept?.version === head.version) return kept
    const version = `${key}/${head.version}`
    let reading = this.#reading.get(version)
    if (reading === undefined) {
      reading = this.#read(storage, runId, name).finally(() => this.#reading.delete(version))
      this.#reading.set(version, reading)
    }
    return await reading
  }

  async #read(storage: ProjectStorage, runId: string, name: SeriesName): Promise<Kept | null> {
    const held = this.#budget.open()
    try {
      const reading = await storage.series.read(runId, name)
      const points = await readSeries(reading, held, '')
      const kept = { version: reading.head.version, head: reading.head, points, held, users: 0, isGivenUp: false }
      this.#keep(keyOf(storage, runId, name), kept)
      return kept
    } catch (error) {
      held.release()
      // Without room to keep it, it is read as if nothing was ever kept.
      if (error instanceof Problem && (error.type === 'overloaded' || error.type === 'too-large-for-memory')) return null
      throw error
    }
  }

  #keep(key: string, kept: Kept): void {
    this.#kept.set(key, kept)
    this.#tidying ??= setInterval(() => {
      this.#kept.purgeStale()
      if (this.#kept.size === 0) this.forget()
    }, this.#idleMs / 2).unref()
  }
}

/** No name of a project, run or series has a slash. */
const keyOf = ({ project }: ProjectStorage, runId: string, name: SeriesName): string => `${project}/${runId}/${name}`

const bytesOf = ({ steps, values }: Points): number => values.byteLength + (steps instanceof Float64Array ? steps.byteLength : 0)

const piecePoints = 65_536

function readingOf({ head, points }: Pick<Kept, 'head' | 'points'>): SeriesReading {
  const { steps, values } = points
  const count = values.length
  return {
    head,
    count,
    // One point is no progression, as in what storage reads.
    progression: steps instanceof Float64Array ? null : count > 1 ? { first: stepAt(steps, 0), stride: steps.stride } : null,
    whole: points,
    async *pieces() {
      for (let from = 0; from < count; from += piecePoints) yield slice(points, from, Math.min(count, from + piecePoints))
    }
  }
}
