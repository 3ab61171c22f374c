import { type ApiOptions, asProblem, environment, serviceUrl, TaperProblem } from './api.ts'

/** Something that happened to a run. */
export type RunEvent = { /** A cursor: {@link WatchOptions.lastEventId} takes it up. */ readonly id: string } & (
  | { readonly event: 'points'; readonly data: SeriesChange }
  | { readonly event: 'run'; readonly data: { updatedAt: string } }
  | { readonly event: 'schedule'; readonly data: { scheduleId: string } }
  | { readonly event: 'end'; readonly data: Record<string, never> }
)

/** A series that was appended to, or went back. */
export interface SeriesChange {
  readonly series: string
  /** Grows with each change. */
  readonly version: string
  readonly points: number
  readonly lastStep: number | null
  /** As before where nothing was taken back or replaced. */
  readonly superseded: number
  /** Where all that happened since the version `after` is that these points came behind the others, and they are few. */
  readonly added?: { readonly after: string; readonly steps: readonly number[]; readonly values: readonly (number | string)[] }
}

export interface WatchOptions extends ApiOptions {
  /** Ends the watching. */
  signal?: AbortSignal | undefined
  /** The id of the last event that was seen. Default: begins with the run as it is. */
  lastEventId?: string | undefined
}

/** Between two connections. Milliseconds. */
const pauseMs = 2000
/** The service says something every 15 s; a connection that is silent for longer is none. Milliseconds. */
const silentMs = 40_000

/** What happens to a run, as it happens. Goes on where a connection ends, without loss. @throws TaperProblem the service refuses */
export async function* watchRun(runId: string, options: WatchOptions = {}): AsyncGenerator<RunEvent> {
  const { signal, fetch: send = globalThis.fetch } = options
  const url = `${serviceUrl(options.url)}/v1/runs/${encodeURIComponent(runId)}/events`
  let last = options.lastEventId
  while (signal?.aborted !== true) {
    const key = (options.apiKey ?? environment('TAPER_API_KEY'))?.trim()
    const silence = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const heard = () => {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), silentMs)
    }
    heard()
    try {
      const answer = await send(url, {
        headers: {
          accept: 'text/event-stream, application/problem+json',
          ...(last !== undefined && { 'last-event-id': last }),
          ...(key && { authorization: `Bearer ${key}` })
        },
        redirect: 'error',
        signal: signal === undefined ? silence.signal : AbortSignal.any([signal, silence.signal])
      })
      if (!answer.ok && answer.status < 500 && answer.status !== 429) {
        throw new TaperProblem(answer.status, asProblem(await answer.json().catch(() => null)))
      }
      if (answer.ok && answer.body !== null) {
        for await (const event of eventsIn(answer.body, heard)) {
          last = event.id || last
          yield event
          if (event.event === 'end') return
        }
      } else await answer.body?.cancel()
    } catch (error) {
      if (error instanceof TaperProblem) throw error
    } finally {
      clearTimeout(timer)
    }
    await new Promise<void>((resolve) => {
      setTimeout(resolve, pauseMs)
      signal?.addEventListener('abort', () => resolve(), { once: true })
    })
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<RunEvent> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      heard()
      text += decoder.decode(value, { stream: true })
      for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
        const fields = new Map(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
        )
        text = text.slice(end + 2)
        const event = fields.get('event')
        if (event !== undefined) yield { event, id: fields.get('id') ?? '', data: JSON.parse(fields.get('data') ?? '{}') } as RunEvent
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
