import { extrema } from '../extrema.ts'
import { inParts } from '../in-parts.ts'
import { slidingMedianBytes } from './sliding-median-bytes.ts'

/** The functions of `sliding-median.wat`. Addresses are in bytes; ranges run from `from` to before `to`. */
interface Functions {
  useSet(table: number): void
  makeElements(values: number, elements: number, counts: number, base: bigint, shift: bigint, from: number, to: number): void
  scatter(source: number, free: number, shift: bigint, from: number, to: number): void
  takeOrder(elements: number, values: number, order: number, sorted: number, from: number, to: number, movesMax: number): number
  invert(order: number, rank: number, from: number, to: number): void
  addRanks(rank: number, from: number, to: number): void
  findMedian(below: number): void
  writeMedian(sorted: number, out: number): void
  slide(rank: number, width: number, sorted: number, out: number, from: number, to: number): void
}

const buckets = 1024
const pageBytes = 65536
/** Most memory to use, in bytes. */
const memoryMax = 2 ** 30

/**
 * Memory for up to this many places (48 MiB) is kept for the next series, since new memory costs a page fault per 4 KiB. The garbage
 * collector frees larger memory.
 */
const keptPlacesMax = 2 ** 21

/** Least windows per piece of a long series: with fewer, more values would be sorted twice. */
const windowsInPiece = 3
const pieceMin = 4096

let module: WebAssembly.Module | undefined
let kept: { memory: WebAssembly.Memory; functions: Functions } | undefined

function instantiate(): { memory: WebAssembly.Memory; functions: Functions } {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(slidingMedianBytes), (character) => character.charCodeAt(0)))
  const memory = new WebAssembly.Memory({ initial: 1, maximum: memoryMax / pageBytes })
  const { exports } = new WebAssembly.Instance(module, { env: { memory } })
  return { memory, functions: exports as unknown as Functions }
}

/**
 * Computes the sliding median in compiled loops, by the method of `plainMedian`; see `slidingMedian`.
 *
 * A long series is cut into pieces of a few windows, which fit a cache if the windows are narrow. Each piece is copied together with the
 * values that its windows reach beyond it: at the ends of the series the repeated first value or the mirrored last ones. So all windows
 * have the same number of values.
 * @param values finite and ≥ 0 (and not −0), shape `[n]`
 * @param width  odd, 3 … 2n − 1
 * @returns false if these loops refuse; `out` is then undefined. They refuse above 1 GiB of memory, and for long runs of norms that differ
 *          only in their last bits, which they would sort by insertion
 */
export function compiledMedian(values: Float64Array, width: number, out: Float64Array): boolean {
  const n = values.length
  const half = width >> 1
  const pieces = Math.max(1, Math.floor(n / Math.max(windowsInPiece * width, pieceMin)))
  const places = Math.ceil(n / pieces) + 2 * half
  const bytes = memoryNeeded(places)
  if (bytes > memoryMax) return false
  const { memory, functions } = places <= keptPlacesMax ? (kept ??= instantiate()) : instantiate()
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes)
  if (missing > 0) memory.grow(missing)
  for (let piece = 0; piece < pieces; piece++) {
    const from = Math.floor((piece * n) / pieces)
    const to = Math.floor(((piece + 1) * n) / pieces)
    if (!medianOfPiece(memory, functions, values, half, out, from, to)) return false
  }
  return true
}

/** Bytes for three numbers per place, the set of ranks, and the tables of fixed size. */
const memoryNeeded = (places: number): number => 24 * places + 8 * setLevels(places).reduce((a, b) => a + b) + pageBytes

/** 64-bit words in each level of a set of ranks. Each bit of a level stands for a word of the level below. */
function setLevels(ranks: number): number[] {
  const levels = [Math.ceil(ranks / 64)]
  while (levels.at(-1)! > 1) levels.push(Math.ceil(levels.at(-1)! / 64))
  return levels
}

function medianOfPiece(
  { buffer }: WebAssembly.Memory,
  functions: Functions,
  values: Float64Array,
  half: number,
  out: Float64Array,
  from: number,
  to: number
): boolean {
  const length = to - from
  const places = length + 2 * half
  const [counts, table] = [0, 12 * buckets]
  const [first, second, third] = [16 * buckets, 16 * buckets + 8 * places, 16 * buckets + 16 * places] as const
  const set = third + 8 * places
  const piece = new Float64Array(buffer, first, places)
  layOut(values, from - half, piece)
  const [sorted, order, rank] = [second, third, third + 4 * places]

  const [smallest, largest] = extrema(piece)
  const base = patternOf(smallest)
  const span = patternOf(largest) - base
  const shift = BigInt(Math.max(0, span.toString(2).length - 30))
  const free = new Int32Array(buffer, counts, 3 * buckets).fill(0)
  inParts(places, (start, end) => functions.makeElements(first, second, counts, base, shift, start, end))
  for (const [digit, source, target] of [
    [0, second, third],
    [1, third, second],
    [2, second, third]
  ] as const) {
    toAddresses(free.subarray(digit * buckets, (digit + 1) * buckets), target)
    inParts(places, (start, end) => functions.scatter(source, counts + 4 * digit * buckets, BigInt(30 + 10 * digit), start, end))
  }
  let moves = 0
  const movesMax = 8 * places
  inParts(places, (start, end) => {
    if (moves < movesMax) moves += functions.takeOrder(third, first, order, sorted, start, end, movesMax - moves)
  })
  if (moves >= movesMax) return false
  inParts(places, (start, end) => functions.invert(order, rank, start, end))

  const levels = setLevels(places)
  new Float64Array(
    buffer,
    set,
    levels.reduce((a, b) => a + b)
  ).fill(0)
  const addresses = new Int32Array(buffer, table, levels.length + 1).fill(0)
  levels.reduce((address, words, level) => {
    addresses[level] = address
    return address + 8 * words
  }, set)
  functions.useSet(table)
  inParts(2 * half + 1, (start, end) => functions.addRanks(rank, start, end))
  functions.findMedian(half)
  // The values are no longer needed: the medians overwrite them.
  functions.writeMedian(sorted, first)
  if (length > 1) inParts(length, (start, end) => functions.slide(rank, 2 * half + 1, sorted, first, start, end), 1)
  out.set(piece.subarray(0, length), from)
  return true
}

/** Copies values from index `start` on. Repeats the first value before it; mirrors the values after the last, without repeating it. */
function layOut(values: Float64Array, start: number, into: Float64Array): void {
  const last = values.length - 1
  const before = Math.min(Math.max(0, -start), into.length)
  const end = Math.min(into.length, last + 1 - start)
  into.fill(values[0]!, 0, before)
  into.set(values.subarray(start + before, start + end), before)
  for (let i = end; i < into.length; i++) into[i] = values[2 * last - (start + i)]!
}

const word = new DataView(new ArrayBuffer(8))
function patternOf(value: number): bigint {
  word.setFloat64(0, value)
  return word.getBigUint64(0)
}

/** Turns counts of each digit into the addresses where its elements begin. */
function toAddresses(counts: Int32Array, first: number): void {
  let address = first
  for (let bucket = 0; bucket < buckets; bucket++) {
    const count = counts[bucket]!
    counts[bucket] = address
    address += 8 * count
  }
}
