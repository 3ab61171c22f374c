import { abandon, beginBatch, ended, endRecord, hasRoom, put, strange, unknown } from './batch'
import { maskedChecksum } from './checksum'
import { findName, latest } from './names'
import { skipped } from './rows'

/** The first bytes of fields: their number and how they are written. */
const wallTime: u32 = 0x09
const stepField: u32 = 0x10
const summary: u32 = 0x2a
const valueField: u32 = 0x0a
const tag: u32 = 0x0a
const simpleValue: u32 = 0x15

const headerBytes: u32 = 12
const footerBytes: u32 = 4
/** Longer frames hold no scalars. */
const frameBytesMax: u64 = 0x100000
/** As many numbers as an event may have here. */
const valuesMax: u32 = 4096

/** Frames are mostly as long as the one before, and the checksum of their length is the same. */
let knownLength: u64 = u64.MAX_VALUE
let knownChecksum: u32 = 0

/**
 * Takes frames of TFRecord, each with an event of TensorBoard that holds nothing but numbers of 32 bits, as long as they do and their checksums are
 * right.
 * @returns where the next frame begins
 */
export function scanFrames(start: u32, end: u32, stepColumn: u32): u32 {
  beginBatch()
  let at = start
  while (at + headerBytes <= end && hasRoom(valuesMax)) {
    const length = load<u64>(at)
    const checksum = load<u32>(at + 8)
    if (length > frameBytesMax) {
      abandon(strange)
      break
    }
    if (length !== knownLength || checksum !== knownChecksum) {
      if (checksum !== maskedChecksum(at, at + 8)) {
        abandon(strange)
        break
      }
      knownLength = length
      knownChecksum = checksum
    }
    const data = at + headerBytes
    const dataEnd = data + u32(length)
    if (dataEnd + footerBytes > end) break
    if (load<u32>(dataEnd) !== maskedChecksum(data, dataEnd)) {
      abandon(strange)
      break
    }
    const why = event(data, dataEnd, stepColumn)
    if (why !== ended) {
      abandon(why)
      break
    }
    endRecord()
    at = dataEnd + footerBytes
  }
  return at
}

let integer: u64 = 0
let integerEnd: u32 = 0

/** Takes the event; else says why not. */
function event(start: u32, end: u32, stepColumn: u32): u32 {
  let at = start
  if (at < end && load<u8>(at) === wallTime) at += 9
  let step: u64 = 0
  if (at < end && load<u8>(at) === stepField) {
    if (!varint(at + 1, end)) return strange
    step = integer
    at = integerEnd
  }
  if (at >= end || load<u8>(at) !== summary || !varint(at + 1, end)) return strange
  at = integerEnd
  if (at + u32(integer) !== end) return strange
  put(stepColumn, f64(step))
  for (let values: u32 = 1; at < end; values++) {
    if (values === valuesMax || load<u8>(at) !== valueField || !varint(at + 1, end)) return strange
    at = integerEnd
    const valueEnd = at + u32(integer)
    if (integer > frameBytesMax || valueEnd > end || at >= end || load<u8>(at) !== tag || !varint(at + 1, end)) return strange
    at = integerEnd
    const length = u32(integer)
    // A tag, and a number of 32 bits; whatever else there is, others read.
    if (integer > frameBytesMax || at + length + 5 !== valueEnd || load<u8>(at + length) !== simpleValue) return strange
    if (!findName(at, length)) return unknown
    at += length + 1
    if (latest.use !== skipped) put(latest.column, f64(load<f32>(at)))
    at = valueEnd
  }
  return ended
}

/** Reads an integer below 2^53, of bytes before an end. */
function varint(start: u32, end: u32): bool {
  let bits: u64 = 0
  let at = start
  for (let shift: u64 = 0; shift < 56 && at < end; shift += 7) {
    const byte = u64(load<u8>(at++))
    bits |= (byte & 0x7f) << shift
    if (byte < 0x80) {
      integer = bits
      integerEnd = at
      return bits <= 0x1fffffffffffff
    }
  }
  return false
}
