/** A range of a header such as `Accept`: what it names, in lower case and without parameters, and how much it is wanted, 0 … 1. */
export interface Range {
  name: string
  quality: number
}

/** The ranges of an `Accept` or `Accept-Encoding`. @see RFC 9110, HTTP Semantics, §12.4.2 */
export const rangesOf = (header: string): Range[] => header.split(',').map(rangeOf)

function rangeOf(text: string): Range {
  const [name = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  const quality = weight === undefined ? 1 : Number(weight.slice(2))
  return { name, quality: quality >= 0 && quality <= 1 ? quality : 0 }
}

/**
 * The offer that is wanted most, among equals the earlier one; undefined where none is wanted.
 * @param wildcards the ranges that take in an offer without naming it, the narrowest first
 */
export function preferred(ranges: readonly Range[], offers: readonly string[], wildcards: (offer: string) => string[]): string | undefined {
  let best: string | undefined
  let highest = 0
  for (const offer of offers) {
    let quality = 0
    for (const name of [offer, ...wildcards(offer)]) {
      const range = ranges.find((one) => one.name === name)
      if (range === undefined) continue
      quality = range.quality
      break
    }
    if (quality > highest) {
      best = offer
      highest = quality
    }
  }
  return best
}
