export const mediaTypes = {
  json: 'application/json',
  mergePatch: 'application/merge-patch+json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
  binary: 'application/octet-stream',
  safetensors: 'application/vnd.safetensors',
  html: 'text/html',
  problem: 'application/problem+json'
} as const

/**
 * The media type on offer that an `Accept` prefers: highest quality first, among equals the earlier offer. The most specific range
 * that matches a type decides its quality; 0 excludes it. Undefined: none will do.
 * @see RFC 9110, HTTP Semantics, §12.5.1
 */
export function preferredMediaType(accept: string, offers: readonly string[]): string | undefined {
  const ranges = accept.split(',').map(rangeOf)
  let preferred: string | undefined
  let best = 0
  for (const offer of offers) {
    const [family] = offer.split('/')
    const range =
      ranges.find(({ type }) => type === offer) ??
      ranges.find(({ type }) => type === `${family}/*`) ??
      ranges.find(({ type }) => type === '*/*')
    if (range !== undefined && range.quality > best) {
      preferred = offer
      best = range.quality
    }
  }
  return preferred
}

function rangeOf(text: string): { type: string; quality: number } {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const value = quality === undefined ? 1 : Number(quality.slice(2))
  return { type: type === '*' ? '*/*' : type, quality: value >= 0 && value <= 1 ? value : 0 }
}
