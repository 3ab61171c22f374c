import { Problem } from '../../domain/problems.ts'
import type { RunState } from '../../domain/run-state.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { runNotFound } from './find-run.ts'
import { cursorOf, eventsSince, missesSchedules, nothingSeen, type RunEvent } from './run-cursor.ts'

/** As many watch at once: all together, and of one key or address. */
const watchersMax = 256
const watchersEachMax = 32
/** How often a run is looked at; whoever else watches it takes part in the look. Milliseconds. */
const lookMs = 500
const sharedMs = 500

/** Nothing for so long: then a word says that the connection stands. Milliseconds. */
const silentMs = 15_000

/** What a watcher hears: what happened, that nothing did, or that the run is gone. */
export type Heard = RunEvent | 'still' | 'gone'

/** Tells what happens to runs, from whichever replica: by looks at what is stored. */
export interface RunWatch {
  /**
   * @param since the id of the last event that was heard; null: all that there is
   * @param signal ends it
   * @throws Problem `run-not-found`, `invalid-request`, `overloaded` where too many watch
   */
  open(
    watcher: { readonly storage: ProjectStorage; readonly project: string; readonly subject: string },
    runId: string,
    since: string | null,
    signal: AbortSignal
  ): Promise<AsyncIterable<Heard>>
}

/** @param pauses how often a run is looked at, and after how long a silence a word is said. Milliseconds. */
export function createRunWatch({ everyMs = lookMs, quietMs = silentMs }: { everyMs?: number; quietMs?: number } = {}): RunWatch {
  let watching = 0
  const watchingEach = new Map<string, number>()
  const looks = new Map<string, { at: number; state: Promise<RunState | null> }>()

  const look = (project: string, storage: ProjectStorage, runId: string): Promise<RunState | null> => {
    const key = `${project}/${runId}`
    const before = looks.get(key)
    if (before !== undefined && performance.now() - before.at < Math.min(sharedMs, everyMs / 2)) return before.state
    const state = storage.runs.state(runId)
    looks.set(key, { at: performance.now(), state })
    return state
  }

  return {
    async open({ storage, project, subject }, runId, since, signal) {
      const seen = since === null ? nothingSeen : cursorOf(since)
      const first = await look(project, storage, runId)
      if (first === null) throw runNotFound(runId)
      const own = watchingEach.get(subject) ?? 0
      if (watching >= watchersMax || own >= watchersEachMax) {
        throw new Problem('overloaded', `${own >= watchersEachMax ? own : watching} connections watch runs already.`, {
          retryAfterSeconds: 5
        })
      }
      watching++
      watchingEach.set(subject, own + 1)
      let isOpen = true
      const leave = () => {
        if (!isOpen) return
        isOpen = false
        watching--
        const left = (watchingEach.get(subject) ?? 1) - 1
        if (left === 0) watchingEach.delete(subject)
        else watchingEach.set(subject, left)
        looks.delete(`${project}/${runId}`)
      }
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave, { once: true })
      return hear(first, seen)

      /** The state with every schedule that this watcher has not heard of. */
      async function whole(now: RunState, cursor: typeof seen): Promise<RunState> {
        if (!missesSchedules(cursor, now)) return now
        return { ...now, schedules: await storage.runs.schedulesAfter(runId, cursor.scheduleAt || '0').catch(() => []) }
      }

      async function* hear(state: RunState | null | undefined, from: typeof seen): AsyncGenerator<Heard> {
        let cursor = from
        let heardAt = performance.now()
        try {
          for (let now = state; !signal.aborted; now = await look(project, storage, runId).catch(() => undefined)) {
            if (now === null) {
              yield 'gone'
              return
            }
            // Where the database is away, nothing is known of the run, and the connection stands.
            for (const event of now === undefined ? [] : eventsSince(cursor, await whole(now, cursor))) {
              cursor = event.cursor
              heardAt = performance.now()
              yield event
            }
            if (performance.now() - heardAt >= quietMs) {
              heardAt = performance.now()
              yield 'still'
            }
            await rest(everyMs, signal)
          }
        } finally {
          leave()
        }
      }
    }
  }
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, ms)
    signal.addEventListener('abort', wake, { once: true })
  })
