import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Option } from 'commander'
import { ServiceAway, UsageError } from './failures.ts'
import { showProgress } from './show-progress.ts'

/** Where commands find the service. */
export const urlOption = (): Option => new Option('--url <url>', 'URL of the service').env('TAPER_URL').default('http://127.0.0.1:8080')

export const jsonOption = (): Option => new Option('--json', 'write the JSON answer of the service')

/** The service refuses a request; the message has each place that is wrong. */
export class ServiceRefusal extends UsageError {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

interface ProblemBody {
  title?: string
  detail?: string
  errors?: { pointer: string; detail: string; fix?: string }[]
}

interface Operation {
  status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  progress: number
  result?: unknown
  problem?: ProblemBody & { status?: number }
}

/** As many entries as the service gives in a page. */
const pageMax = 500

export type Query = Record<string, string | number | undefined>

/** What commands ask of a running service. */
export interface Service {
  readonly url: string
  get<T>(path: string, query?: Query): Promise<T>
  /** The first entries of a list, from as many pages as it takes. */
  list<T>(path: string, query: Query, limit: number): Promise<T[]>
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown, query?: Query): Promise<T>
  text(path: string, mediaType: string, query?: Query): Promise<string>
  /** float64 values, as application/octet-stream. */
  values(path: string): Promise<Float64Array>
}

/** @throws UsageError for what is no URL */
export function serviceAt(text: string): Service {
  const url = text.replace(/\/+$/, '')
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError(`--url must be a URL like http://127.0.0.1:8080, not ${text}.`)

  async function call(path: string, query: Query, init: RequestInit): Promise<Response> {
    const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]))
    const address = `${url}${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`
    const answer = await fetch(address, init).catch((error: Error) => {
      const { cause } = error as { cause?: { code?: string; message?: string } }
      throw new ServiceAway(
        `no service answers at ${url} (${cause?.code ?? cause?.message ?? error.message}). Start one with \`taper serve\`, or set TAPER_URL.`
      )
    })
    if (answer.ok) return answer
    const message = sentenceOf((await answer.json().catch(() => ({}))) as ProblemBody, answer)
    if (answer.status >= 500) throw new ServiceAway(`${url} answered ${answer.status}: ${message}`)
    throw new ServiceRefusal(answer.status, message)
  }
  /** Waits for long work, and gives what it answers. */
  async function followed(path: string): Promise<unknown> {
    const progress = showProgress()
    for (;;) {
      const operation = (await (await call(path, {}, {})).json()) as Operation
      if (operation.status === 'done') {
        progress.done()
        return operation.result
      }
      if (operation.status === 'failed' || operation.status === 'cancelled') {
        progress.done()
        const { problem = {} } = operation
        throw new ServiceRefusal(problem.status ?? 409, problem.detail ?? `the operation was ${operation.status}.`)
      }
      progress.update(`${operation.status}: ${Math.round(100 * operation.progress)} %`)
      await sleep(250)
    }
  }
  return {
    url,
    get: async (path, query = {}) => (await (await call(path, query, {})).json()) as never,
    async list<T>(path: string, query: Query, limit: number) {
      const items: T[] = []
      let cursor: string | undefined
      do {
        const page = { ...query, cursor, limit: Math.min(pageMax, limit - items.length) }
        const answer = (await (await call(path, page, {})).json()) as { items: T[]; nextCursor: string | null }
        items.push(...answer.items)
        cursor = answer.nextCursor ?? undefined
      } while (cursor !== undefined && items.length < limit)
      return items
    },
    async send(method, path, body, query = {}) {
      const answer = await call(path, query, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      const operation = answer.status === 202 ? answer.headers.get('location') : null
      return (operation === null ? await answer.json() : await followed(operation)) as never
    },
    text: async (path, mediaType, query = {}) => await (await call(path, query, { headers: { accept: mediaType } })).text(),
    async values(path) {
      const bytes = await (await call(path, {}, { headers: { accept: 'application/octet-stream' } })).arrayBuffer()
      const view = new DataView(bytes)
      return Float64Array.from({ length: bytes.byteLength / 8 }, (_, index) => view.getFloat64(8 * index, true))
    }
  }
}

function sentenceOf({ title, detail, errors }: ProblemBody, answer: Response): string {
  if (errors !== undefined) {
    return errors
      .map((part) => `${part.pointer === '' ? '' : `${part.pointer}: `}${part.detail}${part.fix === undefined ? '' : `\n  ${part.fix}`}`)
      .join('\n')
  }
  return detail ?? title ?? `${answer.status} ${answer.statusText}`
}

/** A name as a part of a path. */
export const part = (name: string): string => encodeURIComponent(name)

/** Whether an argument names a run of the service: what no file is called here, and a run may be. */
export const namesRun = (text: string): boolean => text !== '-' && !existsSync(text) && /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/.test(text)
