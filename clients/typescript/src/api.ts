import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from './contract.ts'

export type Schemas = components['schemas']
export type TaperApi = Client<paths>

export interface ApiOptions {
  /** URL of the service. Default: `TAPER_URL`, else http://127.0.0.1:8080. */
  url?: string | undefined
  /** The API key, where the service wants one: `taper_…`, of scope `write` to log. Default: `TAPER_API_KEY`, looked up for each request. */
  apiKey?: string | undefined
  /** Milliseconds after which a request without an answer has failed. Default: 30 000. */
  timeoutMs?: number | undefined
  fetch?: typeof globalThis.fetch | undefined
}

/** The service refused a request. `problem` is the problem details that it answered (RFC 9457). */
export class TaperProblem extends Error {
  override readonly name = 'TaperProblem'
  readonly status: number
  readonly problem: { type?: string; title?: string; detail?: string; errors?: { pointer: string; detail: string; fix?: string }[] }
  /** Seconds to wait before the next attempt, from `Retry-After`. */
  readonly retryAfter: number | null

  constructor(status: number, problem: TaperProblem['problem'], retryAfter: number | null = null) {
    const places = problem.errors?.map(({ pointer, detail, fix }) => `${pointer || 'body'}: ${detail}${fix ? ` ${fix}` : ''}`)
    const said = `${status} ${problem.title ?? 'The request failed.'} ${places?.join('; ') ?? problem.detail ?? ''}`.trimEnd()
    super(isAboutKey(problem) ? `${said} Set TAPER_API_KEY, or the option apiKey, to a key of scope write.` : said)
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** Whether the service wants another API key. The same request succeeds with a right one. */
export const isDenied = (error: unknown): error is TaperProblem =>
  error instanceof TaperProblem && (error.status === 401 || error.status === 403)

const isAboutKey = ({ type }: TaperProblem['problem']): boolean => /\/(key|scope)-required$/.test(type ?? '')

/**
 * The URL of the service. `host:8080` means `http://host:8080`.
 * @throws TypeError it is not an http or https URL
 */
export function serviceUrl(url?: string): string {
  const given = (url ?? environment('TAPER_URL')?.trim() ?? 'http://127.0.0.1:8080').replace(/\/+$/, '')
  const chosen = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?(\/|$)/i.test(given) ? `http://${given}` : given
  const isRight = URL.canParse(chosen) && /^https?:$/.test(new URL(chosen).protocol)
  if (!isRight) throw new TypeError(`The URL of Taper must look like http://host:8080, not ${JSON.stringify(given)}.`)
  return chosen
}

/** A variable of the environment; undefined if it is empty or unset, and in browsers. */
export const environment = (name: string): string | undefined =>
  typeof process === 'undefined' ? undefined : process.env[name] || undefined

/**
 * Every call of the HTTP API, typed: `api.GET('/v1/runs/{runId}', { params: { path: { runId } } })`. A call resolves to `{ data }`, or to
 * `{ error }` if the service refuses it. {@link dataOf} turns the error into a {@link TaperProblem}.
 */
export function createApi({ url, apiKey, timeoutMs = 30_000, fetch: send = globalThis.fetch }: ApiOptions = {}): TaperApi {
  const baseUrl = serviceUrl(url)
  return createClient<paths>({
    baseUrl,
    fetch: (request) => {
      const key = apiKey || environment('TAPER_API_KEY')
      // A call may name another `baseUrl`. A redirect to another origin takes no key along: fetch removes the header (HTTP-redirect fetch, 14).
      if (key !== undefined && originOf(request.url) === originOf(new Request(baseUrl).url))
        request.headers.set('authorization', `Bearer ${sendable(key)}`)
      return send(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]) })
    }
  })
}

const originOf = (url: string): string => new URL(url).origin

/** @throws TaperProblem a key with other characters would come back in the error of the header */
function sendable(key: string): string {
  const text = key.trim()
  if (/^[\x21-\x7e]+$/.test(text)) return text
  throw new TaperProblem(401, { type: '/problems/key-required', title: 'The API key is mistyped.', detail: 'It has characters of no key.' })
}

/** The data of an answer. @throws TaperProblem the service refused the request */
export async function dataOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call
  if (response.ok) return data as T
  throw new TaperProblem(response.status, asProblem(error), retryAfterOf(response))
}

/** Work that goes on after its request was answered. */
type Operation = Schemas['Operation']

/**
 * The data of a call that may take long. If the service answers with an operation (202), waits for it and returns its result.
 * @throws TaperProblem the service refused the request, or the operation failed or was cancelled
 */
export async function resultOf<T>(
  api: TaperApi,
  call: Promise<{ data?: T; error?: unknown; response: Response }>
): Promise<Exclude<T, Operation>> {
  const { response } = await call
  const data = await dataOf(call)
  if (response.status !== 202) return data as Exclude<T, Operation>
  const { id } = data as Operation
  for (let wait = 100; ; wait = Math.min(2000, wait * 1.5)) {
    const operation = await dataOf(api.GET('/v1/operations/{id}', { params: { path: { id } } }))
    if (operation.status === 'done') return operation.result as Exclude<T, Operation>
    if (operation.status === 'failed' || operation.status === 'cancelled') {
      const problem = operation.problem ?? { title: `The operation was ${operation.status}.`, status: 409 }
      throw new TaperProblem(problem.status, problem)
    }
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
}

export const asProblem = (error: unknown): TaperProblem['problem'] =>
  typeof error === 'object' && error !== null ? error : { detail: String(error ?? '') }

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds : null
}
