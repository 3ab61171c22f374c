import { call } from '../api/client.ts'
import { asProblem, type Problem } from '../api/problem.ts'

/** Something that happened to a run, see GET /v1/runs/{runId}/events. */
export type RunEvent =
  | { readonly event: 'points'; readonly data: { series: string; points: number; lastStep: number | null } }
  | { readonly event: 'run'; readonly data: { updatedAt: string } }
  | { readonly event: 'schedule'; readonly data: { scheduleId: string } }
  | { readonly event: 'end'; readonly data: object }

export type Connection = 'connecting' | 'live' | 'lost' | 'gone' | 'refused'

/** The service says a word at least so often; twice that without one, and the connection is taken for broken. Milliseconds. */
const silentMs = 35_000
const retryMs = { least: 500, most: 30_000 }

interface Watcher {
  heard(event: RunEvent): void
  connected(state: Connection, problem: Problem | null): void
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
  let wake = () => {}

  const listen = async (): Promise<void> => {
    const quiet = new AbortController()
    let timer = setTimeout(() => quiet.abort(), silentMs)
    const answer = await call(`v1/runs/${encodeURIComponent(runId)}/events`, {
      signal: AbortSignal.any([left.signal, quiet.signal]),
      headers: { accept: 'text/event-stream', ...(cursor !== null && { 'last-event-id': cursor }) }
    })
    connected('live', null)
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
    const decoder = new TextDecoder()
    let text = ''
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        failures = 0
        clearTimeout(timer)
        timer = setTimeout(() => quiet.abort(), silentMs)
        const blocks = (text + decoder.decode(part.value, { stream: true })).split('\n\n')
        text = blocks.pop() as string
        for (const block of blocks) {
          const fields = fieldsOf(block)
          if (fields.id !== undefined) cursor = fields.id
          if (fields.event !== undefined && fields.data !== undefined) {
            heard({ event: fields.event, data: JSON.parse(fields.data) } as RunEvent)
            if (fields.event === 'end') return left.abort()
          }
        }
      }
    } finally {
      clearTimeout(timer)
    }
  }

  const keepListening = async (): Promise<void> => {
    connected('connecting', null)
    while (!left.signal.aborted) {
      try {
        await listen()
      } catch (error) {
        if (left.signal.aborted) return
        const problem = asProblem(error)
        if (problem.status === 401 || problem.status === 403 || problem.status === 404)
          return connected(problem.status === 404 ? 'gone' : 'refused', problem)
        // A cursor that is not taken any more: begin with the run as it is.
        if (problem.status === 400) cursor = null
        connected('lost', problem)
      }
      if (left.signal.aborted) return connected('gone', null)
      const wait = Math.min(retryMs.most, retryMs.least * 2 ** failures++) * (0.75 + Math.random() / 2)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  // The network is back, or someone looks again: no need to wait any longer.
  const hurry = () => {
    if (document.visibilityState === 'visible') wake()
  }
  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', hurry)
  void keepListening()
  return () => {
    removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', hurry)
    left.abort()
    wake()
  }
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
