import { useEffect, useState } from 'preact/hooks'
import { ask, pathOf } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import { patiently, pause } from '../api/reach.ts'
import type { Page, Run } from '../api/types.ts'

/** A search looks at so many runs, the newest first. */
const searchedMax = 10_000
const everyMs = 4000
/** A run that has grown so lately is taken to be training. Milliseconds. */
const freshMs = 30_000

export interface Runs {
  readonly runs: readonly Run[] | null
  /** Ids of those that grow while one looks. */
  readonly growing: ReadonlySet<string>
  readonly problem: Problem | null
  readonly pending: boolean
  /** There are more than are shown. */
  readonly hasMore: boolean
  /** So many were looked through; null unless something is searched for. */
  readonly searched: number | null
}

const nothing: Runs = { runs: null, growing: new Set(), problem: null, pending: true, hasMore: false, searched: null }

/** The newest runs, as many as are asked for; of those with a text in them where one is searched for. They are looked at again every few seconds. */
export function useRuns(text: string, count: number): Runs {
  const [state, show] = useState(nothing)
  useEffect(() => {
    const left = new AbortController()
    const lengths = new Map<string, number>()
    const grown = new Map<string, number>()
    let lookedAt = Number.NEGATIVE_INFINITY
    const look = async () => {
      const found = text === '' ? await newest(count, left.signal) : await search(text, count, left.signal)
      // A clock that nobody sets. What came while nobody looked says nothing of now.
      const now = performance.now()
      const isLately = now - lookedAt < freshMs
      lookedAt = now
      for (const { id, series } of found.runs) {
        const points = series.reduce((sum, one) => sum + one.points, 0)
        if (isLately && points > (lengths.get(id) ?? points)) grown.set(id, now)
        lengths.set(id, points)
      }
      const growing = new Set([...grown].filter(([, at]) => now - at < freshMs).map(([id]) => id))
      show({ ...found, growing, problem: null, pending: false })
    }
    const keepLooking = async () => {
      while (!left.signal.aborted) {
        if (document.visibilityState === 'visible') {
          await patiently(look, left.signal).catch(
            (error: unknown) => left.signal.aborted || show((last) => ({ ...last, problem: asProblem(error), pending: false }))
          )
        }
        await pause(text === '' ? everyMs : 5 * everyMs, left.signal)
      }
    }
    show((last) => ({ ...last, pending: true }))
    // While someone types, nothing is asked for.
    const timer = setTimeout(() => void keepLooking(), text === '' ? 0 : 250)
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [text, count])
  return state
}

type Found = Pick<Runs, 'hasMore' | 'searched'> & { readonly runs: readonly Run[] }

const pageOf = (limit: number, cursor: string | null, signal: AbortSignal): Promise<Page<Run>> =>
  ask(pathOf(['v1', 'runs'], { limit, cursor }), { signal })

async function newest(count: number, signal: AbortSignal): Promise<Found> {
  const runs: Run[] = []
  let cursor: string | null = null
  do {
    const page: Page<Run> = await pageOf(Math.min(500, count - runs.length), cursor, signal)
    runs.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && runs.length < count)
  return { runs, hasMore: cursor !== null, searched: null }
}

async function search(text: string, count: number, signal: AbortSignal): Promise<Found> {
  const runs: Run[] = []
  let searched = 0
  let cursor: string | null = null
  do {
    const page: Page<Run> = await pageOf(500, cursor, signal)
    searched += page.items.length
    runs.push(...page.items.filter((run) => isFound(run, text)))
    cursor = page.nextCursor
  } while (cursor !== null && runs.length <= count && searched < searchedMax)
  return { runs: runs.slice(0, count), hasMore: cursor !== null || runs.length > count, searched }
}

/** Whether every word is somewhere in the id, the name, the optimizer or the labels of a run. */
export function isFound({ id, name, optimizer, labels }: Pick<Run, 'id' | 'name' | 'optimizer' | 'labels'>, text: string): boolean {
  const all = [id, name ?? '', optimizer ?? '', ...Object.entries(labels).map(([key, value]) => `${key}=${value}`)].join('\n').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
