import { call } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'
import { checkVersion, pause, waitOf } from '../api/reach.ts'
import type { SeriesState } from './live-series.ts'

/** Something that happened to a run, see GET /v1/runs/{runId}/events. */
export type RunEvent =
  | { readonly event: 'points'; readonly data: SeriesState & { readonly series: string } }
  | { readonly event: 'run'; readonly data: { updatedAt: string } }
  | { readonly event: 'schedule'; readonly data: { scheduleId: string } }
  | { readonly event: 'end'; readonly data: object }

export type Connection = 'connecting' | 'live' | 'lost' | 'gone' | 'refused'

/** The service says a word at least every 15 s; without one for so long the connection is taken for broken. Milliseconds. */
const silentMs = 35_000
/** A page that nobody sees for so long lets its connection go: a browser has six of them for all tabs. Milliseconds. */
const unseenMs = 20_000
const checkMs = 2500

interface Watcher {
  heard(event: RunEvent): void
  connected(state: Connection, problem: Problem | null): void
}

/** Time since it was made: by the clock that runs on while a machine sleeps, or the one that nobody sets, whichever says more. Milliseconds. */
function stopwatch(): () => number {
  const [day, running] = [Date.now(), performance.now()]
  return () => Math.max(Date.now() - day, performance.now() - running)
}

/**
 * Hears what happens to a run. It connects anew where the connection breaks, ever more slowly, and goes on behind the last event that was
 * heard. `EventSource` would do, but sends no API key.
 * @returns what ends it
 */
export function watchRun(runId: string, { heard, connected }: Watcher): () => void {
  const left = new AbortController()
  let cursor: string | null = null
  let failures = 0

  const listen = async (): Promise<void> => {
    const ended = new AbortController()
    let silent = stopwatch()
    let unseen = stopwatch()
    const check = setInterval(() => {
      if (!document.hidden) unseen = stopwatch()
      if (silent() > silentMs || unseen() > unseenMs) ended.abort()
    }, checkMs)
    // Whether the service is still to be reached, an attempt tells; it may be on this machine.
    addEventListener('offline', () => ended.abort(), { signal: ended.signal })
    try {
      const answer = await call(`v1/runs/${encodeURIComponent(runId)}/events`, {
        signal: AbortSignal.any([left.signal, ended.signal]),
        headers: { accept: 'text/event-stream', ...(cursor !== null && { 'last-event-id': cursor }) }
      })
      connected('live', null)
      if (failures > 0) void checkVersion()
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
      const decoder = new TextDecoder()
      let text = ''
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        failures = 0
        silent = stopwatch()
        const blocks = (text + decoder.decode(part.value, { stream: true })).split('\n\n')
        text = blocks.pop() as string
        for (const block of blocks) {
          const fields = fieldsOf(block)
          if (fields.id !== undefined) cursor = fields.id
          if (fields.event === undefined || fields.data === undefined) continue
          heard({ event: fields.event, data: JSON.parse(fields.data) } as RunEvent)
          if (fields.event === 'end') return left.abort()
        }
      }
    } finally {
      clearInterval(check)
      ended.abort()
    }
  }

  const keepListening = async (): Promise<void> => {
    connected('connecting', null)
    while (!left.signal.aborted) {
      let wait = waitOf({ retryAfter: 0 }, 0)
      try {
        await listen()
      } catch (error) {
        if (left.signal.aborted) return
        const problem = asProblem(error)
        if (problem.status === 401 || problem.status === 403 || problem.status === 404)
          return connected(problem.status === 404 ? 'gone' : 'refused', problem)
        // A cursor that is not taken any more: begin with the run as it is.
        if (problem.status === 400) cursor = null
        // One that was let go is no loss.
        if ((error as Error).name !== 'AbortError' || !navigator.onLine) connected('lost', problem)
        wait = (error as Error).name === 'AbortError' ? 0 : waitOf(problem, failures++)
      }
      if (left.signal.aborted) return connected('gone', null)
      await pause(wait, left.signal)
      while (document.hidden && !left.signal.aborted) await pause(unseenMs, left.signal)
    }
  }
  void keepListening()
  return () => left.abort()
}

/** The fields of an event. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
function fieldsOf(block: string): { event?: string; id?: string; data?: string } {
  const fields: Record<string, string> = {}
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) fields[line.slice(0, colon)] = line.slice(colon + 1).replace(/^ /, '')
  }
  return fields
}
