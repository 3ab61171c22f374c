import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const codings: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
}

/** The content codings that requests may come in, besides none. @see RFC 9110, HTTP Semantics, §8.4.1 */
export const requestCodings = Object.keys(codings)

/** A body without its content coding; the body itself where it has none, undefined where the coding is not known. */
export function inflate(payload: Readable, coding: string): Readable | undefined {
  if (coding === 'identity') return payload
  const create = codings[coding]
  return create === undefined ? undefined : payload.pipe(create())
}
