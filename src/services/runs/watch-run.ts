import { Problem } from '../../domain/problems.ts'
import type { RunState } from '../../domain/run-state.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { runNotFound } from './find-run.ts'
import { cursorOf, eventsSince, missesSchedules, nothingSeen, type RunEvent, seriesEvents, withoutOlder } from './run-cursor.ts'
import { SeriesNews } from './series-news.ts'

/** As many watch at once: all together, and of one key or address. */
const watchersMax = 256
const watchersEachMax = 32
/** How often a run is looked at, for what other replicas do; whoever else watches it takes part in the look. Milliseconds. */
const lookMs = 500
/** Points that this replica stores are told at once, but not more often than a screen shows them. Milliseconds. */
const tellMs = 16

/** Nothing for so long: then a word says that the connection stands. Milliseconds. */
const silentMs = 15_000

/** What a watcher hears: what happened, that nothing did, or that the run is gone. */
export type Heard = RunEvent | 'still' | 'gone'

/** Tells what happens to runs: what this replica appends as soon as it is stored, everything else by looks at what is stored. */
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

  const look = (project: string, storage: ProjectStorage, runId: string, sharedMs: number): Promise<RunState | null> => {
    const key = `${project}/${runId}`
    const before = looks.get(key)
    if (before !== undefined && performance.now() - before.at < sharedMs) return before.state
    const state = storage.runs.state(runId)
    looks.set(key, { at: performance.now(), state })
    return state
  }

  return {
    async open({ storage, project, subject }, runId, since, signal) {
      const seen = since === null ? nothingSeen : cursorOf(since)
      const own = watchingEach.get(subject) ?? 0
      if (watching >= watchersMax || own >= watchersEachMax) {
        throw new Problem('overloaded', `${own >= watchersEachMax ? own : watching} connections watch runs already.`, {
          retryAfterSeconds: 5
        })
      }
      watching++
      watchingEach.set(subject, own + 1)
      let isOpen = true
      const news = new SeriesNews()
      let wake = () => {}
      const deaf = storage.series.listen(runId, (commits) => {
        news.hear(commits)
        wake()
      })
      const leave = () => {
        if (!isOpen) return
        isOpen = false
        deaf()
        watching--
        const left = (watchingEach.get(subject) ?? 1) - 1
        if (left === 0) watchingEach.delete(subject)
        else watchingEach.set(subject, left)
        looks.delete(`${project}/${runId}`)
      }
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave, { once: true })
      try {
        // Not a look that others share: the cursor may be newer than that.
        const first = await look(project, storage, runId, 0)
        if (first === null) throw runNotFound(runId)
        return hear(first, seen)
      } catch (error) {
        leave()
        throw error
      }

      /** The state with every schedule that this watcher has not heard of. */
      async function whole(now: RunState, cursor: typeof seen): Promise<RunState> {
        if (!missesSchedules(cursor, now)) return now
        return { ...now, schedules: await storage.runs.schedulesAfter(runId, cursor.scheduleAt || '0').catch(() => []) }
      }

      async function* hear(first: RunState, from: typeof seen): AsyncGenerator<Heard> {
        let cursor = from
        let heardAt = performance.now()
        let toldAt = 0
        let lookAt = performance.now() + everyMs
        // The first look may be older than the cursor, where the service was restored from a backup; then it is what counts.
        let isFirst = true
        // Undefined where nothing is known of the run, as the database is away: the connection stands.
        let found: RunState | null | undefined = first
        let looking = false
        const lookAgain = () => {
          looking = true
          const done = (state: RunState | null | undefined) => {
            looking = false
            found = state
            lookAt = performance.now() + everyMs
            wake()
          }
          look(project, storage, runId, everyMs / 2).then(done, () => done(undefined))
        }
        try {
          while (!signal.aborted) {
            if (found === null) return void (yield 'gone')
            const state: RunState | undefined = found && !isFirst ? withoutOlder(found, cursor) : found
            isFirst = false
            found = undefined
            const events = state === undefined ? [] : eventsSince(cursor, await whole(state, cursor))
            for (const event of events) {
              cursor = event.cursor
              yield event
            }
            const changes = performance.now() - toldAt < tellMs ? [] : news.take(cursor.versions)
            for (const event of seriesEvents(cursor, changes)) {
              cursor = event.cursor
              yield event
            }
            const now = performance.now()
            if (changes.length > 0) toldAt = now
            if (events.length + changes.length > 0) heardAt = now
            else if (now - heardAt >= quietMs) {
              heardAt = now
              yield 'still'
            }
            if (!looking && now >= lookAt) lookAgain()
            const until = Math.min(
              looking ? Number.POSITIVE_INFINITY : lookAt,
              heardAt + quietMs,
              news.isEmpty ? Number.POSITIVE_INFINITY : toldAt + tellMs
            )
            if (found === undefined) await rest(until - performance.now(), signal, (now) => (wake = now))
          }
        } finally {
          leave()
        }
      }
    }
  }
}

/** @param woken gets what ends it early */
const rest = (ms: number, signal: AbortSignal, woken: (wake: () => void) => void): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted || ms <= 0) return resolve()
    const wake = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, Math.min(ms, 2 ** 31 - 1))
    woken(wake)
    signal.addEventListener('abort', wake, { once: true })
  })
