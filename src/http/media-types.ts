import { preferred, rangesOf } from './quality-values.ts'

export const mediaTypes = {
  json: 'application/json',
  mergePatch: 'application/merge-patch+json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  binary: 'application/octet-stream',
  safetensors: 'application/vnd.safetensors',
  html: 'text/html',
  svg: 'image/svg+xml',
  problem: 'application/problem+json'
} as const

/** The media type on offer that an `Accept` wants most; undefined where none will do. @see RFC 9110, HTTP Semantics, §12.5.1 */
export const preferredMediaType = (accept: string, offers: readonly string[]): string | undefined =>
  preferred(rangesOf(accept), offers, (offer) => [`${offer.slice(0, offer.indexOf('/'))}/*`, '*/*', '*'])

export const contentCodings = ['br', 'gzip'] as const
export type ContentCoding = (typeof contentCodings)[number] | 'identity'

/** The coding of an answer that an `Accept-Encoding` wants most; none where it wants none of ours. @see RFC 9110, §12.5.3 */
export const preferredCoding = (acceptEncoding: string): ContentCoding =>
  (preferred(rangesOf(acceptEncoding), contentCodings, () => ['*']) as ContentCoding | undefined) ?? 'identity'
