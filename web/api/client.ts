import { tellTime } from '../state/clock.ts'
import { apiKey, keyWanted } from '../state/session.ts'
import { problemOf, unreachable } from './problem.ts'
import { answered } from './reach.ts'

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** An object goes as JSON; a file, a form or text as it is. */
  readonly body?: object | string | Blob | FormData
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/**
 * Calls the service that the page came from.
 * @param path without a slash at its beginning, e.g. `v1/runs`: the page may be in a folder of a proxy
 * @throws Problem for every answer that is none; `unreachable` where nothing answers. An abort is thrown as it is.
 */
export async function call(path: string, { method = 'GET', body, headers, signal }: Call = {}): Promise<Response> {
  const key = apiKey.get()
  const isRaw = body === undefined || typeof body === 'string' || body instanceof Blob || body instanceof FormData
  const answer = await fetch(path, {
    method,
    ...(body !== undefined && { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    headers: {
      accept: 'application/json',
      ...(!isRaw && { 'content-type': 'application/json' }),
      ...(key !== null && { authorization: `Bearer ${key}` }),
      ...headers
    },
    ...(signal && { signal })
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : unreachable()
  })
  tellTime(answer.headers)
  if (answer.ok) {
    answered()
    return answer
  }
  const problem = await problemOf(answer)
  if (problem.status === 401) keyWanted.set(problem.message)
  throw problem
}

/** Calls, and reads the answer's JSON. @throws Problem, as `call` */
export async function ask<Answer>(path: string, how: Call = {}): Promise<Answer> {
  return (await (await call(path, how)).json()) as Answer
}

/** A path with its query. What is undefined, null or empty is left out. */
export function pathOf(parts: readonly string[], query: Readonly<Record<string, string | number | undefined | null>> = {}): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') given.set(name, String(value))
  const text = given.toString()
  return `${parts.map(encodeURIComponent).join('/')}${text === '' ? '' : `?${text}`}`
}
