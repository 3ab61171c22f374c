import { extrema } from '../extrema.ts'
import { inParts } from '../parts.ts'
import { slidingMedianBytes } from './sliding-median-bytes.ts'

/** The functions of `sliding-median.wat`; addresses are in bytes, ranges from `from` to before `to`. */
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
/** The most memory that is taken. Bytes. */
const memoryMax = 2 ** 30

/**
 * The memory for up to so many places, 48 MiB, is kept for the next series: new memory costs a page fault every 4 KiB. Of longer series
 * the garbage collector takes it back.
 */
const keptPlacesMax = 2 ** 21

/** A piece has so many windows at least, where the series is long enough: with fewer, more would be sorted twice. */
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
 * The sliding median by compiled loops; see `slidingMedian`. The method is that of `plainMedian`.
 *
 * A long series is worked on in pieces of a few windows, which a cache holds where the windows are narrow. Each piece is laid out with what its
 * windows reach beyond it, at the ends of the series the first value again and again, or the last values mirrored; so every window has as
 * many values as any other.
 * @param values finite and ≥ 0 (and not −0), shape `[n]`
 * @param width  odd, 3 … 2n − 1
 * @returns false where it is nothing for these loops, and `out` means nothing: for more than 1 GiB of memory, and for long runs of norms
 *          that differ in their last bits alone, which these loops sort by insertion
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

/** Three numbers a place, the set of ranks, and what is of fixed size. */
const memoryNeeded = (places: number): number => 24 * places + 8 * setLevels(places).reduce((a, b) => a + b) + pageBytes

/** Words of 64 bits in each level of a set of so many ranks: each bit of a level stands for a word of the level below. */
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
  // The values have served: their memory receives the medians.
  functions.writeMedian(sorted, first)
  if (length > 1) inParts(length, (start, end) => functions.slide(rank, 2 * half + 1, sorted, first, start, end), 1)
  out.set(piece.subarray(0, length), from)
  return true
}

/** Copies values from a place on; before the first value it is repeated, after the last they are mirrored without repeating it. */
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

/** From how often each value of a digit occurs to the address where its elements begin. */
function toAddresses(counts: Int32Array, first: number): void {
  let address = first
  for (let bucket = 0; bucket < buckets; bucket++) {
    const count = counts[bucket]!
    counts[bucket] = address
    address += 8 * count
  }
}
