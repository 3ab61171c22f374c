import { apiKey, keyWanted } from '../state/session.ts'
import { Problem, problemOf, unreachable } from './problem.ts'

export interface Upload {
  readonly method?: 'POST' | 'PUT'
  readonly accept?: string
  readonly signal?: AbortSignal
  /** How much has been sent, from 0 to 1: a call of fetch does not tell. */
  onProgress?(part: number): void
}

/**
 * Sends files and gives the text of the answer.
 * @param path without a slash at its beginning, as `call` of client.ts
 * @throws Problem as `call`
 */
export function upload(path: string, body: Blob | FormData, how: Upload = {}): Promise<string> {
  const { method = 'POST', accept = 'application/json', signal, onProgress } = how
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, path)
    request.setRequestHeader('accept', accept)
    if (body instanceof Blob) request.setRequestHeader('content-type', 'application/octet-stream')
    const key = apiKey.get()
    if (key !== null) request.setRequestHeader('authorization', `Bearer ${key}`)
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress?.(loaded / total)
    request.onerror = async () => reject((await isReadable(body)) ? unreachable() : unreadable())
    request.onload = async () => {
      if (request.status < 300) return resolve(request.responseText)
      const headers = { 'content-type': request.getResponseHeader('content-type') ?? '' }
      const problem = await problemOf(
        new Response(request.responseText, { status: request.status, statusText: request.statusText, headers })
      )
      if (problem.status === 401) keyWanted.set(problem.message)
      reject(problem)
    }
    signal?.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason)
    })
    request.send(body)
  })
}

/** A browser gives up a file that is gone or another than it was, and does not say why. */
const isReadable = (body: Blob | FormData): Promise<boolean> => {
  const files = body instanceof Blob ? [body] : [...body.values()].filter((one): one is File => one instanceof File)
  return Promise.all(files.map((file) => file.slice(0, 1).arrayBuffer())).then(
    () => true,
    () => false
  )
}

const unreadable = (): Problem =>
  new Problem('file-changed', 'The file cannot be read', 'It is gone, or has changed since it was given to the page. Give it again.')
