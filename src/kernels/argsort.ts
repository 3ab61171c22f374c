/** A value's order: `order[r]` is the index of the r-th smallest value, `rank[i]` the place of `values[i]` in that order. */
export interface SortOrder {
  readonly order: Uint32Array
  readonly rank: Uint32Array
}

const digitBits = 10
const buckets = 1 << digitBits
const digitMask = buckets - 1
const keyBits = 3 * digitBits
const keyMask = 2 ** keyBits - 1

/** Runs of equal keys up to this length are put right by insertion, longer ones by sorting their lower bits the same way. */
const insertionMax = 128

/**
 * The stable sort order of values that are finite and ≥ 0 (and not −0).
 *
 * The float64 bit patterns of such values are in the order of the values, so that a radix sort applies: least significant digit
 * first, three passes of 10 bits over the 30 most significant bits in which the patterns differ. A key and an index move together
 * as one 8-byte element. Runs whose keys are equal but whose values are not are sorted by what is left of their patterns.
 *
 * Time O(n); memory 8 bytes a value for the result, and the workspace for as long as the sort takes.
 * @param values     shape `[n]`, n < 2^31
 * @param workspace  shape `[n]`, overwritten: for example an output that is not written yet
 * @see Knuth, The Art of Computer Programming 3, 5.2.5 (sorting by distribution)
 */
export function argsort(values: Float64Array, workspace: Float64Array = new Float64Array(values.length)): SortOrder {
  const n = values.length
  const sort = new RadixSort(values, workspace.subarray(0, n))
  sort.sortRange(0, n, sort.shift)

  // The elements give way to the order in the first half of their memory, and to the ranks in the second.
  const words = new Uint32Array(sort.elements.buffer)
  const order = words.subarray(0, n)
  for (let r = 0; r < n; r++) order[r] = words[2 * r] as number
  const rank = words.subarray(n)
  for (let r = 0; r < n; r++) rank[order[r] as number] = r
  return { order, rank }
}

const int32 = (array: Float64Array) => new Int32Array(array.buffer, array.byteOffset, 2 * array.length)

/** The 30 bits of a pattern that begin `shift` above its lowest; 0 ≤ shift ≤ 33. */
function keyOf(high: number, low: number, shift: number): number {
  if (shift === 0) return low & keyMask
  return (shift < 32 ? (high << (32 - shift)) | (low >>> shift) : high >>> (shift - 32)) & keyMask
}

function highWords(patterns: Int32Array) {
  let smallest = 0x7fffffff
  let largest = 0
  for (let i = 1; i < patterns.length; i += 2) {
    const high = patterns[i] as number
    smallest = Math.min(smallest, high)
    largest = Math.max(largest, high)
  }
  return { smallest, largest }
}

/** Low and high words below are those of a little-endian machine, as every machine that Node runs on is. */
class RadixSort {
  /** An index in the low word, a key of 30 bits in the high word: never the pattern of a NaN, so that a copy keeps the bits. */
  readonly elements: Float64Array
  readonly #words: Int32Array
  readonly #other: Float64Array
  readonly #otherWords: Int32Array
  readonly #values: Float64Array
  readonly #patterns: Int32Array
  readonly #counts = new Int32Array(3 * buckets)
  /** The smallest high word: it is taken off every pattern, so that keys begin where the patterns begin to differ. */
  readonly #base: number
  /** How many low bits of the patterns a key of 30 bits leaves out. */
  readonly shift: number

  constructor(values: Float64Array, workspace: Float64Array) {
    this.elements = new Float64Array(values.length)
    this.#words = int32(this.elements)
    this.#other = workspace
    this.#otherWords = int32(workspace)
    this.#values = values
    this.#patterns = int32(values)
    const { smallest, largest } = highWords(this.#patterns)
    this.#base = smallest
    this.shift = Math.max(0, 64 - Math.clz32(largest - smallest) - keyBits)
  }

  /**
   * Sorts the elements in a range by all bits of their patterns; they agree in those above the `shift + 30` lowest. The whole range
   * stands for the indices 0 … n − 1 in order.
   */
  sortRange(from: number, to: number, shift: number): void {
    const lowBits = this.#makeKeys(from, to, shift)
    for (let digit = 0; digit < 3; digit++) this.#toStarts(digit, from)
    scatter(this.#other, this.#otherWords, this.elements, this.#counts, 0, from, to)
    scatter(this.elements, this.#words, this.#other, this.#counts, 1, from, to)
    scatter(this.#other, this.#otherWords, this.elements, this.#counts, 2, from, to)
    const leftOut = shift < 32 ? lowBits & (2 ** shift - 1) : -1
    if (leftOut !== 0) this.#sortEqualKeys(from, to, shift)
  }

  /**
   * Writes index and key of each element to the workspace and counts the digits.
   * @returns the low words of the patterns, all or-ed together
   */
  #makeKeys(from: number, to: number, shift: number): number {
    const isWhole = to - from === this.elements.length
    const patterns = this.#patterns
    const words = this.#words
    const target = this.#otherWords
    const counts = this.#counts
    const base = this.#base
    let lowBits = 0
    counts.fill(0)
    for (let p = from; p < to; p++) {
      const index = isWhole ? p : (words[2 * p] as number)
      const low = patterns[2 * index] as number
      const key = keyOf((patterns[2 * index + 1] as number) - base, low, shift)
      lowBits |= low
      target[2 * p] = index
      target[2 * p + 1] = key
      ;(counts[key & digitMask] as number)++
      ;(counts[buckets + ((key >>> digitBits) & digitMask)] as number)++
      ;(counts[2 * buckets + (key >>> (2 * digitBits))] as number)++
    }
    return lowBits
  }

  #toStarts(digit: number, from: number): void {
    const counts = this.#counts
    let start = from
    for (let bucket = digit * buckets; bucket < (digit + 1) * buckets; bucket++) {
      const count = counts[bucket] as number
      counts[bucket] = start
      start += count
    }
  }

  /** Puts runs of elements with equal keys into the order of their values; equal values stay in order of index. */
  #sortEqualKeys(from: number, to: number, shift: number): void {
    const words = this.#words
    const values = this.#values
    for (let p = from + 1; p < to; p++) {
      const key = words[2 * p + 1]
      if (key !== words[2 * p - 1]) continue
      const start = p - 1
      let isSorted = true
      for (; p < to && words[2 * p + 1] === key; p++) {
        if ((values[words[2 * p - 2] as number] as number) > (values[words[2 * p] as number] as number)) isSorted = false
      }
      if (isSorted) continue
      if (p - start > insertionMax) this.sortRange(start, p, Math.max(0, shift - keyBits))
      else this.#insertionSort(start, p)
    }
  }

  #insertionSort(from: number, to: number): void {
    const words = this.#words
    const values = this.#values
    for (let p = from + 1; p < to; p++) {
      const index = words[2 * p] as number
      const value = values[index] as number
      let q = p
      for (; q > from && (values[words[2 * q - 2] as number] as number) > value; q--) words[2 * q] = words[2 * q - 2] as number
      words[2 * q] = index
    }
  }
}

/** One pass: each element goes to the next free place of its digit. */
function scatter(
  source: Float64Array,
  sourceWords: Int32Array,
  target: Float64Array,
  starts: Int32Array,
  digit: number,
  from: number,
  to: number
): void {
  const first = digit * buckets
  const shift = digit * digitBits
  for (let p = from; p < to; p++) {
    const bucket = first + (((sourceWords[2 * p + 1] as number) >>> shift) & digitMask)
    const place = starts[bucket] as number
    starts[bucket] = place + 1
    target[place] = source[p] as number
  }
}
