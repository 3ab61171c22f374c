import { countBelow } from './extrema.ts'
import { inParts } from './in-parts.ts'

/** Shorter series take more passes with fewer counters. */
const shortMax = 2 ** 16

/** So few values are copied and sorted; of more, as many are the sample. */
const sortedMax = 2 ** 10
/** Of so many values a sample tells where to look; of more, those that are left would take much memory. */
const sampledMax = 2 ** 20
/** Values of the sample around the one that stands for the k-th: three standard deviations of its rank. */
const sampleReach = 1.5 * Math.sqrt(sortedMax)

/**
 * Finds the k-th smallest value, 0-based, without moving values. Where a sample shows that it is among few, one look at all values finds these.
 * @param values finite and ≥ 0 (and not −0), shape `[n]`, n > k
 * @see Floyd, Rivest, Expected Time Bounds for Selection, 1975
 */
export const orderStatistic = (values: Float64Array, k: number): number => select(values, k).value

interface Selected {
  value: number
  /** The one before it in sorted order, where it was seen on the way. */
  before: number | null
}

function select(values: Float64Array, k: number): Selected {
  if (values.length <= sortedMax) {
    const sorted = values.slice().sort()
    return { value: sorted[k]!, before: k === 0 ? null : sorted[k - 1]! }
  }
  return (values.length <= sampledMax ? selectAround(values, k) : null) ?? { value: byDigits(values, k), before: null }
}

/** Selects among the values that lie around one of a sample; null where the k-th is not there, or where they are many. */
function selectAround(values: Float64Array, k: number): Selected | null {
  const n = values.length
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * n)
  const stride = n / sortedMax
  const sample = new Float64Array(sortedMax)
  for (let i = 0; i < sortedMax; i++) sample[i] = values[Math.floor(i * stride)]!
  sample.sort()
  const place = k / stride
  const [from, to] = [Math.max(0, Math.floor(place - sampleReach)), Math.min(sortedMax - 1, Math.ceil(place + sampleReach))]
  if (sample[from] === sample[to]) return selectTied(values, sample[from]!, k)
  // The upper halves of the patterns of numbers ≥ 0 are ordered as the numbers.
  const sampleWords = new Int32Array(sample.buffer)
  const [low, high] = [sampleWords[2 * from + 1]!, sampleWords[2 * to + 1]!]
  const near = new Float64Array(n >> 3)
  const found = Int32Array.of(0, 0)
  inParts(n, (start, end) => gather(values, words, low, high - low, near, found, start, end))
  const [below, count] = found as unknown as [number, number]
  if (k < below || k >= below + count || count > near.length) return null
  return select(near.subarray(0, count), k - below)
}

/** Of many values that are the same; null where the k-th is another. */
function selectTied(values: Float64Array, value: number, k: number): Selected | null {
  const below = countBelow(values, value)
  if (k < below) return null
  let equal = 0
  inParts(values.length, (from, to) => {
    equal += countEqual(values, value, from, to)
  })
  if (k >= below + equal) return null
  return { value, before: k > below ? value : null }
}

function countEqual(values: Float64Array, value: number, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (values[i] === value) count++
  return count
}

/** @param found how many values are below, and how many were gathered; no more are counted than there is room for and one */
function gather(
  values: Float64Array,
  words: Int32Array,
  low: number,
  span: number,
  near: Float64Array,
  found: Int32Array,
  from: number,
  to: number
): void {
  let below = found[0]!
  let count = found[1]!
  for (let i = from; i < to && count <= near.length; i++) {
    const above = words[2 * i + 1]! - low
    below += above >>> 31
    // Of numbers below the sign makes a large one.
    if (above >>> 0 <= span) near[count++] = values[i]!
  }
  found[0] = below
  found[1] = count
}

/**
 * Each pass fixes one more digit of the bit pattern. Four passes with 16-bit digits; eight with 8-bit digits for short series, where 2^16
 * counters would cost more. Memory does not depend on n.
 */
function byDigits(values: Float64Array, k: number): number {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length)
  const digitBits = values.length < shortMax ? 8 : 16
  const counts = new Int32Array(2 ** digitBits)
  const found = new Int32Array(2)
  for (const word of [1, 0]) {
    for (let shift = 32 - digitBits; shift >= 0; shift -= digitBits) {
      counts.fill(0)
      countDigits(words, word, shift, digitBits, found[1]!, found[0]!, counts)
      let digit = 0
      for (; k >= counts[digit]!; digit++) k -= counts[digit]!
      found[word] = found[word]! | (digit << shift)
    }
  }
  return new Float64Array(found.buffer)[0]!
}

/** Counts one digit of the patterns whose higher digits equal those found so far (`high`, `low`). */
function countDigits(
  words: Int32Array,
  word: number,
  shift: number,
  digitBits: number,
  high: number,
  low: number,
  counts: Int32Array
): void {
  const digitMask = 2 ** digitBits - 1
  // The first digit of a word has no bits above it; −1 << 32 would give −1.
  const known = shift + digitBits === 32 ? 0 : -1 << (shift + digitBits)
  const [highMask, lowMask] = word === 1 ? [known, 0] : [-1, known]
  for (let i = 0; i < words.length; i += 2) {
    const differs = ((words[i + 1]! ^ high) & highMask) | ((words[i]! ^ low) & lowMask)
    if (differs === 0) counts[(words[i + word]! >>> shift) & digitMask]!++
  }
}

/** The median: the middle value, or the mean of the two in the middle. */
export function median(values: Float64Array): number {
  const [lower, upper] = middlePair(values)
  return lower === upper ? upper : lower + (upper - lower) / 2
}

/** The two values in the middle; of an odd number, the middle one twice. */
export function middlePair(values: Float64Array): [lower: number, upper: number] {
  const { value: upper, before } = select(values, values.length >> 1)
  return [values.length % 2 === 1 ? upper : (before ?? lowerNeighbour(values, upper)), upper]
}

/** The value before `upper = orderStatistic(values, n/2)` in sorted order: the largest below it if half are below it, else `upper`. */
function lowerNeighbour(values: Float64Array, upper: number): number {
  let below = 0
  let found = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value < upper) {
      below++
      if (value > found) found = value
    }
  }
  return below === values.length >> 1 ? found : upper
}

/** The lower median, always one of the values: of an even number, the smaller of the two in the middle. */
export const lowerMedian = (values: Float64Array): number => orderStatistic(values, (values.length - 1) >> 1)
