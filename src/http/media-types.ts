import Negotiator from 'negotiator'

export const mediaTypes = {
  json: 'application/json',
  mergePatch: 'application/merge-patch+json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  binary: 'application/octet-stream',
  safetensors: 'application/vnd.safetensors',
  formData: 'multipart/form-data',
  html: 'text/html',
  events: 'text/event-stream',
  svg: 'image/svg+xml',
  problem: 'application/problem+json'
} as const

/** The media type on offer that an `Accept` wants most; undefined where none will do. @see RFC 9110, HTTP Semantics, §12.5.1 */
export const preferredMediaType = (accept: string, offers: readonly string[]): string | undefined =>
  new Negotiator({ headers: { accept: weightsAlone(accept) } }).mediaType([...offers])

/**
 * Ranges without their other parameters, as our media types have none to compare. A weight that is not in 0 … 1 wants nothing. A lone `*`,
 * which old clients send (Java's HttpURLConnection among them), is any type.
 */
const weightsAlone = (accept: string): string =>
  accept.replaceAll(/(^|,)\s*\*\s*(?=[,;]|$)/g, '$1*/*').replaceAll(/;\s*([^;,=\s]*)\s*=?([^;,]*)/g, (_, name: string, value: string) => {
    if (name.toLowerCase() !== 'q') return ''
    return Number(value) >= 0 && Number(value) <= 1 ? `;q=${value.trim()}` : ';q=0'
  })

export const contentCodings = ['br', 'gzip'] as const
export type ContentCoding = (typeof contentCodings)[number] | 'identity'

const codingOffers = [...contentCodings, 'identity']

/** An option of negotiator 1 that its types lack: which of several codings is taken that are wanted alike. */
interface Preferring {
  encoding(offers: string[], options: { preferred: string[] }): string | undefined
}

/** The coding of an answer that an `Accept-Encoding` wants most; none where it wants none of ours. @see RFC 9110, §12.5.3 */
export function preferredCoding(acceptEncoding: string): ContentCoding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }) as Negotiator & Preferring
  return (negotiator.encoding(codingOffers, { preferred: codingOffers }) ?? 'identity') as ContentCoding
}
