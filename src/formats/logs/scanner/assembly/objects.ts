import { abandon, beginBatch, endRecord, hasRoom, put, strange, unknown } from './batch'
import { isNumber, kindOfText, unclear } from './cell-text'
import { findName, isExpected, latest } from './names'
import { isDigit, number, numberEnd, readNumber } from './number'
import { counted, skipped } from './rows'

const feed: u32 = 0x0a
const carriage: u32 = 0x0d
const quote: u32 = 0x22
const blank: u32 = 0x20
const comma: u32 = 0x2c
const colon: u32 = 0x3a
const backslash: u32 = 0x5c
const open: u32 = 0x7b
const close: u32 = 0x7d
const bracket: u32 = 0x5b

/** As many numbers as a record may have here. */
const fieldsMax: u32 = 4096

/**
 * Takes lines that each hold a flat JSON object of numbers, words and plain strings, as long as they do.
 * @param start where a line begins
 * @param end behind a line break
 * @returns where the next line begins
 */
export function scanObjects(start: u32, end: u32): u32 {
  beginBatch()
  let at = start
  while (at < end && hasRoom(fieldsMax)) {
    const next = object(at)
    if (next <= unknown) {
      abandon(next)
      break
    }
    endRecord()
    at = next
  }
  return at
}

/** Where the next line begins; or why this one was not taken. */
function object(start: u32): u32 {
  let at = start
  if (load<u8>(at) !== open) return strange
  at++
  for (let fields: u32 = 0; fields < fieldsMax; fields++) {
    while (load<u8>(at) === blank) at++
    if (load<u8>(at) !== quote) return strange
    at++
    if (!isExpected(at, quote)) {
      const length = lengthOfName(at)
      if (length < 0) return strange
      if (!findName(at, length)) return unknown
    }
    at += latest.length + 1
    while (load<u8>(at) === blank) at++
    if (load<u8>(at) !== colon) return strange
    at++
    while (load<u8>(at) === blank) at++
    at = field(at)
    if (at === 0) return strange
    while (load<u8>(at) === blank) at++
    const byte: u32 = load<u8>(at++)
    if (byte === comma) continue
    if (byte !== close) return strange
    while (load<u8>(at) === blank) at++
    const last: u32 = load<u8>(at)
    if (last !== feed && last !== carriage) return strange
    return at + (last === carriage && load<u8>(at + 1) === feed ? 2 : 1)
  }
  return strange
}

/** Takes the value that begins here; gives where it ends, 0 where it is of another kind. */
function field(start: u32): u32 {
  const use = latest.use
  let at = start
  let byte: u32 = load<u8>(at)
  const isText = byte === quote
  if (isText) byte = load<u8>(++at)
  if (use !== skipped && (isDigit(byte) || byte === 0x2d) && (!isText || use > counted)) {
    if (!readNumber(at)) return 0
    put(latest.column, number)
    at = numberEnd
  } else if (isText) {
    // A text that somebody wants may be a number in other words.
    if (use > counted) return 0
    if (use === counted) {
      const kind = kindOfText(at, quote, quote, quote)
      if (kind === unclear) return 0
      if (kind === isNumber) put(latest.column, number)
    }
    byte = load<u8>(at)
    while (byte !== quote && byte !== backslash && byte >= blank) byte = load<u8>(++at)
  } else {
    // null, true and false are no numbers; bare nan and Infinity are, and lists and objects may hold some.
    if (byte === open || byte === bracket || (use !== skipped && !isWord(at))) return 0
    while (byte > blank && byte !== comma && byte !== close && byte !== quote) byte = load<u8>(++at)
    return at === start ? 0 : at
  }
  if (!isText) return at
  return load<u8>(at) === quote ? at + 1 : 0
}

/** null, true or false, told by the letters that no word for a number begins with. */
function isWord(at: u32): bool {
  const byte = load<u8>(at)
  return byte === 0x74 || byte === 0x66 || (byte === 0x6e && load<u8>(at + 1) === 0x75)
}

/** −1 where it is no plain name. */
function lengthOfName(start: u32): i32 {
  let at = start
  for (let byte: u32 = load<u8>(at); byte !== quote; byte = load<u8>(++at)) if (byte === backslash || byte < blank) return -1
  return at - start
}
