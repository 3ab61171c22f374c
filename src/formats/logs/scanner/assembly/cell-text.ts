import { isDigit, numberEnd, readNumber } from './number'

/** What a text is to somebody who wants to know of numbers alone. */
export const other: u32 = 0
export const isNumber: u32 = 1
/** It cannot be told here. */
export const unclear: u32 = 2

const blank: u32 = 0x20

/**
 * What begins at an address and ends with one of three bytes: a number, which is then in `number`, with its end in `numberEnd`; or something
 * else. Words for numbers, thousands with commas, `10/500` and foreign blanks are unclear.
 */
export function kindOfText(start: u32, endA: u32, endB: u32, endC: u32): u32 {
  let at = start
  while (load<u8>(at) === blank) at++
  const byte: u32 = load<u8>(at)
  if (byte === endA || byte === endB || byte === endC) return other
  if (isNumeral(byte)) {
    if (!readNumber(at)) return isDigit(byte) || isDigit(load<u8>(at + 1)) ? unclear : isWord(at + 1) ? unclear : other
    let end = numberEnd
    while (load<u8>(end) === blank) end++
    const behind: u32 = load<u8>(end)
    if (behind === endA || behind === endB || behind === endC) return isNumber
    return behind === 0x2c || behind === 0x2f || behind < blank || behind > 0x7f ? unclear : other
  }
  if (byte < blank || byte === 0xc2 || (byte >= 0xe1 && byte <= 0xe3) || byte === 0xef) return unclear
  return isWord(at) ? unclear : other
}

/** A digit, a sign or a point. */
function isNumeral(byte: u32): bool {
  return isDigit(byte) || byte === 0x2d || byte === 0x2b || byte === 0x2e
}

/** Whether nan or inf begins here, in any case, and is not the beginning of another word. */
function isWord(at: u32): bool {
  const word = load<u32>(at) | 0x20202020
  const three = word & 0xffffff
  if (three !== 0x6e616e && three !== 0x666e69) return false
  const fourth = word >> 24
  return fourth < 0x61 || fourth > 0x7a || fourth === 0x69
}
