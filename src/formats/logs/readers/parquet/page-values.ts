import type { ParquetType } from 'hyparquet'
import { CompactReader } from './compact-protocol.ts'
import type { PageHeader } from './page-header.ts'

/** Of the enumeration `Encoding`. @see https://parquet.apache.org/docs/file-format/data-pages/encodings/ */
const encoding = { plain: 0, plainDictionary: 2, runs: 3, delta: 5, deltaLength: 6, deltaText: 7, dictionary: 8, split: 9 } as const

/** Bytes that each value takes at least. */
const leastBytes: Partial<Record<ParquetType, number>> = {
  BOOLEAN: 1 / 8,
  INT32: 4,
  INT64: 8,
  INT96: 12,
  FLOAT: 4,
  DOUBLE: 8,
  BYTE_ARRAY: 4
}

/** A column, as far as its pages depend on it. */
export interface ColumnShape {
  readonly type: ParquetType | undefined
  readonly typeLength: number | undefined
  readonly isOptional: boolean
}

/**
 * Checks that an unpacked page holds what its encoding claims: a run no longer than the page's values, deltas that go forward, text that
 * stays within bounds. A decoder believes these.
 * @param page values, and before them levels in version 1
 * @param levels definition levels of version 2
 * @throws RangeError naming what is wrong
 */
export function checkValues(page: Buffer, levels: Buffer, header: PageHeader, column: ColumnShape, textMax: number): void {
  let at = 0
  let values = header.values - (header.v2?.nulls ?? 0)
  if (column.isOptional && header.v2 !== null) countOnes(levels, 0, header.values)
  else if (column.isOptional) {
    values = countOnes(page, 4, header.values)
    at = 4 + page.readUInt32LE(0)
  }
  if (at > page.length) throw new RangeError(`a page of ${page.length} bytes claims ${at} of levels`)
  const kind = header.encoding
  if (kind === encoding.plain || kind === encoding.split) checkWidth(page.length - at, values, column)
  else if (kind === encoding.runs && (column.type === 'BOOLEAN' || header.v2 !== null)) countOnes(page, at + 4, values)
  else if (kind === encoding.runs || kind === encoding.dictionary || kind === encoding.plainDictionary)
    checkIndices(page, at, values, header, column)
  else if (kind === encoding.delta || kind === encoding.deltaLength) checkDeltaHeader(new CompactReader(page, at))
  else if (kind === encoding.deltaText) checkPrefixes(page, at, values, textMax)
}

/** @throws RangeError where so many values do not fit into the bytes */
export function checkWidth(bytes: number, values: number, { type, typeLength }: ColumnShape): void {
  const width = type === 'FIXED_LEN_BYTE_ARRAY' ? Math.max(1, typeLength ?? 1) : type === undefined ? 0 : (leastBytes[type] ?? 0)
  if (width * values > bytes) throw new RangeError(`a page of ${bytes} bytes claims ${values} values`)
}

function checkIndices(page: Buffer, at: number, values: number, header: PageHeader, { type }: ColumnShape): void {
  if (type === 'BOOLEAN' && header.v2 === null) countOnes(page, at + 4, values)
  else if (at < page.length && (page[at]! > 0 || header.v2 !== null)) checkRuns(page, at + 1, page[at]!, values, () => {})
}

/** How many values of 1 bit are 1: of levels, those that are not null. */
function countOnes(bytes: Buffer, start: number, values: number): number {
  let ones = 0
  checkRuns(bytes, start, 1, values, (count, value, at) => {
    if (value !== null) ones += value === 1 ? count : 0
    else for (let i = 0; i < count; i++) ones += (bytes[at + (i >> 3)]! >> (i & 7)) & 1
  })
  return ones
}

/** Padding of bit-packed values: a group of 8 at least; some writers fill up more. */
const paddingMax = 512

/**
 * Walks through runs and bit-packed groups.
 * @param take gets how many values, their value in a run, else null, and where the bits of the group are
 */
function checkRuns(
  bytes: Buffer,
  start: number,
  width: number,
  values: number,
  take: (count: number, value: number | null, at: number) => void
): void {
  const reader = new CompactReader(bytes, start)
  for (let seen = 0; seen < values; ) {
    const head = reader.uint32()
    const isPacked = (head & 1) === 1
    const count = isPacked ? (head >>> 1) * 8 : head >>> 1
    const left = values - seen
    if (count > left + (isPacked ? paddingMax : 0)) throw new RangeError(`a page of ${values} values claims ${seen + count}`)
    const at = reader.at
    // A group without values takes a byte, too, as the decoder reads it.
    reader.at += isPacked ? Math.max(1, Math.ceil((count * width) / 8)) : (width + 7) >> 3
    if (reader.at > bytes.length + (width === 0 ? 1 : 0)) throw new RangeError('a page ends within a run')
    take(Math.min(count, left), isPacked ? null : (bytes[at] ?? 0), at)
    seen += count
  }
}

/** @returns how many values a miniblock has, and how many miniblocks a block; the reader then stands at the first value */
function checkDeltaHeader(reader: CompactReader): { perMiniblock: number; miniblocks: number } {
  const block = reader.uint32()
  const miniblocks = reader.uint32()
  reader.uint32()
  const perMiniblock = block / miniblocks
  // The format asks for multiples of 128 and 32.
  if (block === 0 || block > 2 ** 20 || perMiniblock % 8 !== 0) throw new RangeError(`a page claims blocks of ${block} in ${miniblocks}`)
  return { perMiniblock, miniblocks }
}

/** @see https://parquet.apache.org/docs/file-format/data-pages/encodings/#delta-strings-delta_byte_array--7 */
function checkPrefixes(page: Buffer, start: number, values: number, textMax: number): void {
  const prefixes = readDeltas(page, start, values)
  const suffixes = readDeltas(page, prefixes.end, values)
  let total = 0
  let before = 0
  for (const [i, prefix] of prefixes.numbers.entries()) {
    const suffix = suffixes.numbers[i]!
    if (prefix < 0 || prefix > before || suffix < 0) throw new RangeError(`a page claims that ${prefix} of ${before} bytes stand twice`)
    before = prefix + suffix
    total += before
    if (total > textMax) throw new RangeError(`a page claims more than ${textMax} bytes of text`)
  }
}

/** Numbers of 32 bits, as DELTA_BINARY_PACKED has them. */
function readDeltas(page: Buffer, start: number, values: number): { numbers: Int32Array; end: number } {
  const reader = new CompactReader(page, start)
  const { perMiniblock, miniblocks } = checkDeltaHeader(reader)
  const numbers = new Int32Array(values)
  numbers[0] = reader.int32()
  for (let filled = 1; filled < values; ) {
    const least = reader.int32()
    const widths = page.subarray(reader.at, reader.at + miniblocks)
    if (widths.length < miniblocks) throw new RangeError('a page ends within a block')
    reader.at += miniblocks
    for (let block = 0; block < miniblocks && filled < values; block++) {
      const width = widths[block]!
      const at = reader.at
      reader.at += (perMiniblock * width) / 8
      for (let i = 0; i < perMiniblock && filled < values; i++, filled++)
        numbers[filled] = numbers[filled - 1]! + least + bitsAt(page, at * 8 + i * width, width)
    }
  }
  return { numbers, end: reader.at }
}

/** The lower 32 of so many bits. */
function bitsAt(page: Buffer, start: number, width: number): number {
  let bits = 0
  for (let i = 0; i < Math.min(32, width); i++) {
    const at = start + i
    if (at >> 3 >= page.length) throw new RangeError('a page ends within a block')
    bits |= ((page[at >> 3]! >> (at & 7)) & 1) << i
  }
  return bits
}
