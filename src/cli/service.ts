import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Option } from 'commander'
import { readKeyText } from '../services/keys/key-text.ts'
import { columnsOf, ServiceAway, UsageError } from './failures.ts'
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
  type?: string
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

/** How often in a row a service may not say how long work goes, which is asked for once a second then. */
const failuresMax = 20

/** As many entries as the service gives in a page. */
const pageMax = 500

export type Query = Record<string, string | number | readonly string[] | undefined>

/** What commands ask of a running service. */
export interface Service {
  readonly url: string
  get<T>(path: string, query?: Query): Promise<T>
  /** The first entries of a list, from as many pages as it takes. */
  list<T>(path: string, query: Query, limit: number): Promise<T[]>
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown, query?: Query): Promise<T>
  /** Sends bytes as they come. */
  upload<T>(path: string, contentType: string, bytes: AsyncIterable<Uint8Array>, query?: Query): Promise<T>
  delete(path: string): Promise<void>
  text(path: string, mediaType: string, query?: Query): Promise<string>
  /** A file as it is sent. */
  bytes(path: string, query?: Query): Promise<Uint8Array>
  /** float64 values, as application/octet-stream. */
  values(path: string): Promise<Float64Array>
}

/** What TAPER_API_KEY has for every request. @throws UsageError where it is no key */
function authorization(): { authorization?: string } {
  const text = process.env.TAPER_API_KEY?.trim()
  if (!text) return {}
  const read = readKeyText(text)
  if (read === 'malformed') throw new UsageError('TAPER_API_KEY is no key: one looks like taper_…, as it was shown when it was made.')
  if (read === 'mistyped') throw new UsageError('TAPER_API_KEY is mistyped: its checksum does not fit, so a character of it is wrong.')
  return { authorization: `Bearer ${text}` }
}

/**
 * A service, with the key of TAPER_API_KEY. Where it sends us to another origin, `fetch` leaves the key behind.
 * @see Fetch Standard, HTTP-redirect fetch, step 13
 * @throws UsageError for what is no URL or no key
 */
export function serviceAt(text: string): Service {
  const url = text.replace(/\/+$/, '')
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new UsageError(`--url must be a URL like http://127.0.0.1:8080, not ${text}.`)
  const key = authorization()

  async function call(path: string, query: Query, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [value].flat().map((one): [string, string] => [name, String(one)])
    )
    const address = `${url}${path}${given.length === 0 ? '' : `?${new URLSearchParams(given)}`}`
    const answer = await fetch(address, { ...init, headers: { ...init.headers, ...key } }).catch((error: Error) => {
      const { cause } = error as { cause?: { code?: string; message?: string } }
      throw new ServiceAway(
        `no service answers at ${url} (${cause?.code ?? cause?.message ?? error.message}). Start one with \`taper serve\`, or set TAPER_URL.`
      )
    })
    if (answer.ok) return answer
    const problem = (await answer.json().catch(() => ({}))) as ProblemBody
    const message = `${sentenceOf(problem, answer)}${remedyOf(problem, answer, url, key.authorization !== undefined)}`
    if (answer.status === 429) throw new ServiceAway(message)
    if (answer.status >= 500) throw new ServiceAway(`${url} answered ${answer.status}: ${message}`)
    throw new ServiceRefusal(answer.status, message)
  }
  /** Waits for long work, and gives what it answers. */
  async function followed(path: string): Promise<unknown> {
    const progress = showProgress()
    for (let failures = 0; ; ) {
      const answer = await call(path, {}, {}).catch((error) => {
        // The work goes on, whatever keeps the service from saying so for now.
        if (!(error instanceof ServiceAway) || ++failures > failuresMax) throw error
        return null
      })
      if (answer === null) {
        await sleep(1000)
        continue
      }
      failures = 0
      const operation = (await answer.json()) as Operation
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
  /** What an answer holds, or the operation that it names comes to. */
  async function resultOf(answer: Response): Promise<unknown> {
    const operation = answer.status === 202 ? answer.headers.get('location') : null
    return operation === null ? await answer.json() : await followed(operation)
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
      return (await resultOf(answer)) as never
    },
    async upload(path, contentType, bytes, query = {}) {
      const init = { method: 'POST', headers: { 'content-type': contentType }, body: ReadableStream.from(bytes), duplex: 'half' }
      return (await resultOf(await call(path, query, init as RequestInit & { headers: Record<string, string> }))) as never
    },
    delete: async (path) => void (await call(path, {}, { method: 'DELETE' })),
    text: async (path, mediaType, query = {}) => await (await call(path, query, { headers: { accept: mediaType } })).text(),
    bytes: async (path, query = {}) => new Uint8Array(await (await call(path, query, {})).arrayBuffer()),
    async values(path) {
      const bytes = await (await call(path, {}, { headers: { accept: 'application/octet-stream' } })).arrayBuffer()
      const view = new DataView(bytes)
      return Float64Array.from({ length: bytes.byteLength / 8 }, (_, index) => view.getFloat64(8 * index, true))
    }
  }
}

function sentenceOf({ type = '', title, detail, errors }: ProblemBody, answer: Response): string {
  if (type.endsWith('/ambiguous-log')) return columnsOf({ detail: detail ?? '', errors })
  if (errors !== undefined) {
    return errors
      .map((part) => `${part.pointer === '' ? '' : `${part.pointer}: `}${part.detail}${part.fix === undefined ? '' : `\n  ${part.fix}`}`)
      .join('\n')
  }
  return detail ?? title ?? `${answer.status} ${answer.statusText}`
}

/** What to do about a refusal by keys or limits, as a line of its own. */
function remedyOf({ type = '' }: ProblemBody, answer: Response, url: string, hasKey: boolean): string {
  const makes = 'whoever runs it makes keys with `taper keys create`'
  if (answer.status === 401) {
    return hasKey
      ? `\n  ${url} does not take the key of TAPER_API_KEY: set another; ${makes}.`
      : `\n  Set TAPER_API_KEY to a key for ${url}; ${makes}.`
  }
  if (type.endsWith('/scope-required')) {
    return `\n  \`taper whoami\` shows what the key of TAPER_API_KEY may do. Set one of a wider scope; ${makes}.`
  }
  const seconds = answer.status === 429 ? answer.headers.get('retry-after') : null
  return seconds === null ? '' : `\n  Try again in ${seconds} s; \`taper whoami\` shows the limits.`
}

/** A name as a part of a path. */
export const part = (name: string): string => encodeURIComponent(name)

/** Whether an argument names a run of the service: what no file is called here, and a run may be. */
export const namesRun = (text: string): boolean => text !== '-' && !existsSync(text) && /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/.test(text)
