import { isUtf8 } from 'node:buffer'
import { invalid } from '../../domain/problems.ts'
import { joinedBytes } from './binary/joined-bytes.ts'
import { type CsvDialect, isRemark } from './csv-dialect.ts'
import { endOfLines, type PlainRecords } from './lines.ts'
import { notText, utf8Slices } from './text.ts'

/** Gets the cells of a record, and the line that it ends on, from 1. */
export type TakeRecord = (cells: string[], line: number) => void

/** A record longer than this is none of a log. Bytes. */
const recordBytesMax = 1_048_576

const [feed, carriage, quote, blank, tab] = [0x0a, 0x0d, 0x22, 0x20, 0x09]

/**
 * Hands on the records of a CSV text one by one; blank lines and remarks are none. Cells may stand in quotes, with delimiters, line breaks and
 * doubled quotes in them (RFC 4180); lines end with a line feed, a carriage return, or both.
 * @param plain asked first for the records after the first one, once it is there
 * @throws Problem `invalid-request`
 */
export async function eachRecord(
  chunks: AsyncIterable<Uint8Array>,
  take: TakeRecord,
  delimiter: CsvDialect['delimiter'] = ',',
  plain?: () => PlainRecords | undefined
): Promise<void> {
  const records = new Records(take, delimiter, plain)
  let rest: Buffer = Buffer.alloc(0)
  for await (const slice of utf8Slices(chunks)) {
    const bytes = joinedBytes(rest, slice)
    rest = bytes.subarray(records.read(bytes, endOfLines(bytes)))
    if (rest.length > recordBytesMax) {
      throw invalid('', `It is not CSV: the record in line ${records.lines + 1} is longer than ${recordBytesMax} bytes.`)
    }
  }
  if (rest.length === 0) return
  const bytes = Buffer.concat([rest, Buffer.of(feed)])
  if (records.read(bytes, bytes.length) < bytes.length) {
    throw invalid('', `It is not CSV: a quote in line ${records.lines + 1} is not closed.`)
  }
}

class Records {
  lines = 0
  readonly #take: TakeRecord
  readonly #plain: () => PlainRecords | undefined
  readonly #delimiter: number | null
  #hasHeader = false

  constructor(take: TakeRecord, delimiter: CsvDialect['delimiter'], plain: () => PlainRecords | undefined = () => undefined) {
    this.#take = take
    this.#plain = plain
    this.#delimiter = delimiter === null ? null : delimiter.charCodeAt(0)
  }

  /** Takes the records that end before a place behind a line break; returns where the first one begins that does not. */
  read(bytes: Buffer, end: number): number {
    if (!isUtf8(bytes.subarray(0, end))) throw notText()
    let at = 0
    while (at < end) {
      const plain = this.#hasHeader ? this.#plain() : undefined
      if (plain !== undefined) {
        at = plain.take(bytes, at, end, this.lines + 1)
        this.lines += plain.taken
        if (at >= end) break
      }
      const record = this.#record(bytes, at, end)
      if (record === null) break
      at = record.next
      this.lines += record.lines
      if (!record.isRemark) {
        this.#take(record.cells, this.lines)
        this.#hasHeader = true
      }
    }
    return at
  }

  /** The record that begins at a place; null where it does not end. */
  #record(bytes: Buffer, start: number, end: number): { cells: string[]; next: number; lines: number; isRemark: boolean } | null {
    const cells: string[] = []
    let lines = 1
    let at = start
    for (;;) {
      if (this.#delimiter === null) while (isBlank(bytes[at])) at++
      let cell = ''
      if (bytes[at] === quote) {
        const close = closingQuote(bytes, at + 1, end)
        if (close === -1) return null
        cell = bytes.toString('utf8', at + 1, close).replaceAll('""', '"')
        lines += cell.split(/\r\n|\r|\n/).length - 1
        at = close + 1
      }
      const stop = this.#cellEnd(bytes, at)
      // What stands behind a closing quote is of the cell, too.
      if (stop > at) cell += bytes.toString('utf8', at, stop)
      at = stop
      if (this.#delimiter === null) while (isBlank(bytes[at])) at++
      cells.push(cell)
      const byte = bytes[at]
      if (byte === feed || byte === carriage) break
      if (this.#delimiter !== null) at++
    }
    const next = at + (bytes[at] === carriage && bytes[at + 1] === feed ? 2 : 1)
    return { cells, next, lines, isRemark: isRemark(bytes.toString('utf8', start, Math.min(at, start + 64))) }
  }

  #cellEnd(bytes: Buffer, start: number): number {
    let at = start
    for (;;) {
      const byte = bytes[at]!
      if (byte === feed || byte === carriage || byte === this.#delimiter || (this.#delimiter === null && isBlank(byte))) return at
      at++
    }
  }
}

const isBlank = (byte: number | undefined): boolean => byte === blank || byte === tab

/** The quote that closes a cell: one that is not doubled; −1 where there is none before the end. */
function closingQuote(bytes: Buffer, start: number, end: number): number {
  let at = start
  for (;;) {
    const found = bytes.indexOf(quote, at)
    if (found === -1 || found >= end) return -1
    if (bytes[found + 1] !== quote) return found
    at = found + 2
  }
}
