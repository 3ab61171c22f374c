import { abandon, beginBatch, endRecord, hasRoom, numbersOfRecord, put, strange } from './batch'
import { isNumber, kindOfText, unclear } from './cell-text'
import { cellsAt } from './layout'
import { number, numberEnd, readNumber } from './number'

/** What is done with a cell, or a field: nothing; it counts where it is a number; it is read. */
export const skipped: u32 = 0
export const counted: u32 = 1

const feed: u32 = 0x0a
const carriage: u32 = 0x0d
const quote: u32 = 0x22
const blank: u32 = 0x20
const hash: u32 = 0x23

let delimiter: u32 = 0
let width: u32 = 0
let isToTheEnd: bool = false
let hasFeedsAlone: bool = false

/**
 * Takes rows of a table as long as they hold decimal numbers where somebody wants to know.
 * @param start where a row begins
 * @param end behind a line break
 * @param cells how many cells of a row are looked at; the last one is used
 * @param toTheEnd these are all cells that a row may have: one with more is of another kind
 * @param feedsAlone there are neither quotes nor carriage returns: a line feed ends a row
 * @returns where the next row begins
 */
export function scanRows(start: u32, end: u32, mark: u32, cells: u32, toTheEnd: bool, feedsAlone: bool): u32 {
  delimiter = mark
  width = cells
  isToTheEnd = toTheEnd
  hasFeedsAlone = feedsAlone
  beginBatch()
  let at = start
  while (at < end && hasRoom(cells)) {
    const next = row(at)
    if (next === 0) {
      abandon(strange)
      break
    }
    endRecord()
    at = next
  }
  return at
}

/** Where the next row begins; 0 where this one is of another kind. */
function row(start: u32): u32 {
  let at = start
  let byte: u32 = load<u8>(at)
  if (byte === hash || byte === feed || byte === carriage) return 0
  for (let i: u32 = 0; i < width; i++) {
    const column = load<u32>(cellsAt + (i << 3))
    const use = load<u32>(cellsAt + (i << 3) + 4)
    const isQuoted = byte === quote
    if (isQuoted) byte = load<u8>(++at)
    if (use > counted) {
      while (byte === blank) byte = load<u8>(++at)
      if (!isEnd(byte) && byte !== quote) {
        if (!readNumber(at)) return 0
        put(column, number)
        at = numberEnd
        byte = load<u8>(at)
        while (byte === blank) byte = load<u8>(++at)
      }
    } else {
      if (use === counted) {
        const kind = isQuoted ? kindOfText(at, quote, quote, quote) : kindOfText(at, delimiter, feed, carriage)
        if (kind === unclear) return 0
        if (kind === isNumber) {
          put(column, number)
          at = numberEnd
        }
      }
      if (isQuoted) {
        byte = load<u8>(at)
        while (byte !== quote && byte !== feed && byte !== carriage) byte = load<u8>(++at)
      } else {
        at = cellEnd(at)
        byte = load<u8>(at)
      }
    }
    if (isQuoted) {
      if (byte !== quote) return 0
      byte = load<u8>(++at)
      if (!isEnd(byte)) return 0
    }
    if (byte === delimiter) byte = load<u8>(++at)
    else if (byte !== feed && byte !== carriage) return 0
    else break
  }
  if (numbersOfRecord() === 0 || (isToTheEnd && byte !== feed && byte !== carriage)) return 0
  if (hasFeedsAlone) {
    while (byte !== feed) {
      at = lineEnd(at)
      byte = feed
    }
  }
  // Of what nobody wants only a quote matters: a line break may stand behind it.
  while (byte !== feed && byte !== carriage) {
    if (byte === quote) return 0
    at = cellEnd(at)
    byte = load<u8>(at)
    if (byte !== delimiter) break
    byte = load<u8>(++at)
  }
  return at + (byte === carriage && load<u8>(at + 1) === feed ? 2 : 1)
}

function isEnd(byte: u32): bool {
  return byte === delimiter || byte === feed || byte === carriage
}

/** Where the cell ends that begins here. */
function cellEnd(start: u32): u32 {
  const delimiters = i8x16.splat(u8(delimiter))
  let at = start
  while (true) {
    const bytes = v128.load(at)
    const found = v128.or(i8x16.eq(bytes, delimiters), v128.or(i8x16.eq(bytes, i8x16.splat(0x0a)), i8x16.eq(bytes, i8x16.splat(0x0d))))
    const bits = i8x16.bitmask(found)
    if (bits !== 0) return at + ctz(bits)
    at += 16
  }
}

/** Where the next line feed is. */
function lineEnd(start: u32): u32 {
  let at = start
  while (true) {
    const bits = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x0a)))
    if (bits !== 0) return at + ctz(bits)
    at += 16
  }
}
