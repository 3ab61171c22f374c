import { inParts } from '../in-parts.ts'
import { sortRun } from './sort-run.ts'

/** `order[r]` is the index of the r-th smallest value; `rank[i]` is the place of `values[i]` in that order. */
export interface SortOrder {
  readonly order: Uint32Array
  readonly rank: Uint32Array
}

const digitBits = 10
const buckets = 1 << digitBits
const digitMask = buckets - 1
const keyBits = 3 * digitBits
const keyMask = 2 ** keyBits - 1

/**
 * Computes the stable sort order of values that are finite and ≥ 0 (and not −0).
 *
 * The float64 bit patterns of such values sort like the values, so a radix sort applies: least significant digit first, three passes
 * of 10 bits over the 30 most significant bits in which the patterns differ. Index and key move together as one 8-byte element. A
 * 30-bit key never reads as a NaN, so a copy keeps its bits. Runs of equal keys are then merge-sorted by value.
 *
 * Time O(n), at worst O(n log n). Memory: 8 bytes per value for the result, plus the workspace during the sort. Assumes a
 * little-endian machine, as Node does.
 * @param values     shape `[n]`, n < 2^31
 * @param workspace  shape `[n]` or longer, overwritten; may be an output that is not yet written
 * @param elements   shape `[n]` or longer; becomes the memory of the result
 * @see Knuth, The Art of Computer Programming 3, 5.2.5 (sorting by distribution)
 */
export function argsort(
  values: Float64Array,
  workspace: Float64Array = new Float64Array(values.length),
  elements: Float64Array = new Float64Array(values.length)
): SortOrder {
  const n = values.length
  const words = int32(elements)
  const workspaceWords = int32(workspace)
  const patterns = int32(values)
  const counts = new Int32Array(3 * buckets)

  const [base, largest] = highWords(patterns)
  const shift = Math.max(0, 64 - Math.clz32(largest - base) - keyBits)
  let lowBits = 0
  inParts(n, (from, to) => {
    lowBits |= makeKeys(patterns, base, shift, workspaceWords, counts, from, to)
  })
  toStarts(counts)
  inParts(n, (from, to) => scatter(workspace, workspaceWords, elements, counts, 0, from, to))
  inParts(n, (from, to) => scatter(elements, words, workspace, counts, 1, from, to))
  inParts(n, (from, to) => scatter(workspace, workspaceWords, elements, counts, 2, from, to))

  // The order overwrites the first half of the elements' memory, the ranks the second.
  const order = new Uint32Array(elements.buffer, elements.byteOffset, n)
  const rank = new Uint32Array(elements.buffer, elements.byteOffset + 4 * n, n)
  const isExact = shift < 32 && (lowBits & (2 ** shift - 1)) === 0
  if (isExact) inParts(n, (from, to) => takeIndices(words, order, from, to))
  else takeIndicesAndSortTies(words, order, values, new Uint32Array(workspace.buffer, workspace.byteOffset, n))
  inParts(n, (from, to) => invert(order, rank, from, to))
  return { order, rank }
}

const int32 = (array: Float64Array) => new Int32Array(array.buffer, array.byteOffset, 2 * array.length)

/** The smallest and the largest high word of the patterns. */
function highWords(patterns: Int32Array): [smallest: number, largest: number] {
  const found = Int32Array.of(0x7fffffff, 0)
  inParts(patterns.length >> 1, (from, to) => widen(found, patterns, from, to))
  return [found[0]!, found[1]!]
}

function widen(found: Int32Array, patterns: Int32Array, from: number, to: number): void {
  let smallest = found[0]!
  let largest = found[1]!
  for (let i = 2 * from + 1; i < 2 * to; i += 2) {
    const high = patterns[i]!
    smallest = Math.min(smallest, high)
    largest = Math.max(largest, high)
  }
  found[0] = smallest
  found[1] = largest
}

/**
 * Writes index and key of each value, and counts the digits of the keys.
 * @param base  the smallest high word, subtracted from all
 * @param shift number of low bits of the patterns that keys leave out, 0 … 33
 * @returns the bitwise or of the patterns' low words
 */
function makeKeys(
  patterns: Int32Array,
  base: number,
  shift: number,
  elements: Int32Array,
  counts: Int32Array,
  from: number,
  to: number
): number {
  let lowBits = 0
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const low = patterns[i]!
    const key = keyOf(patterns[i + 1]! - base, low, shift)
    lowBits |= low
    elements[i] = i >> 1
    elements[i + 1] = key
    counts[key & digitMask]!++
    counts[buckets + ((key >>> digitBits) & digitMask)]!++
    counts[2 * buckets + (key >>> (2 * digitBits))]!++
  }
  return lowBits
}

/** The 30 bits of a pattern that begin `shift` above its lowest. */
function keyOf(high: number, low: number, shift: number): number {
  if (shift === 0) return low & keyMask
  return (shift < 32 ? (high << (32 - shift)) | (low >>> shift) : high >>> (shift - 32)) & keyMask
}

/** Turns counts of each digit into the places where its elements begin. */
function toStarts(counts: Int32Array): void {
  for (let digit = 0; digit < 3; digit++) {
    let start = 0
    for (let bucket = digit * buckets; bucket < (digit + 1) * buckets; bucket++) {
      const count = counts[bucket]!
      counts[bucket] = start
      start += count
    }
  }
}

/** One pass: moves each element to the next free place of its digit. */
function scatter(
  source: Float64Array,
  words: Int32Array,
  target: Float64Array,
  starts: Int32Array,
  digit: number,
  from: number,
  to: number
): void {
  const first = digit * buckets
  const shift = digit * digitBits
  for (let p = from; p < to; p++) {
    const bucket = first + ((words[2 * p + 1]! >>> shift) & digitMask)
    const place = starts[bucket]!
    starts[bucket] = place + 1
    target[place] = source[p]!
  }
}

function takeIndices(words: Int32Array, order: Uint32Array, from: number, to: number): void {
  for (let r = from; r < to; r++) order[r] = words[2 * r]!
}

/** Like `takeIndices` if equal keys may stand for different values: sorts runs of equal keys. Equal values stay in order of index. */
function takeIndicesAndSortTies(words: Int32Array, order: Uint32Array, values: Float64Array, scratch: Uint32Array): void {
  const run = Int32Array.of(0, -1, 1)
  inParts(order.length, (from, to) => followRuns(words, order, values, scratch, run, from, to))
  if (run[2] === 0) sortRun(values, order, scratch, run[0]!, order.length)
}

/** @param run state of the current run of equal keys, updated: its start, its key, and 1 if it is sorted so far */
function followRuns(
  words: Int32Array,
  order: Uint32Array,
  values: Float64Array,
  scratch: Uint32Array,
  run: Int32Array,
  from: number,
  to: number
): void {
  let runStart = run[0]!
  let runKey = run[1]!
  let isSorted = run[2]!
  for (let r = from; r < to; r++) {
    const index = words[2 * r]!
    const key = words[2 * r + 1]!
    order[r] = index
    if (key !== runKey) {
      if (isSorted === 0) sortRun(values, order, scratch, runStart, r)
      runStart = r
      runKey = key
      isSorted = 1
    } else if (values[order[r - 1]!]! > values[index]!) isSorted = 0
  }
  run[0] = runStart
  run[1] = runKey
  run[2] = isSorted
}

function invert(order: Uint32Array, rank: Uint32Array, from: number, to: number): void {
  for (let r = from; r < to; r++) rank[order[r]!] = r
}
