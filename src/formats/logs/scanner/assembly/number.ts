import { nearest } from './decimal'

/** What `Number` makes of the text between two addresses: for numbers of more than 19 digits. */
declare function numberOf(start: u32, end: u32): f64

/** The number that was read last, and where its text ends. */
export let number: f64 = 0
export let numberEnd: u32 = 0

const zero: u32 = 0x30
const digitsMax: u32 = 19

export function isDigit(byte: u32): bool {
  return byte - zero <= 9
}

/**
 * Reads the decimal number that begins at an address, digit for digit as `Number` does; after it comes a byte that belongs to none.
 * @returns false where there is none, or one beyond float64
 */
export function readNumber(start: u32): bool {
  let at = start
  let byte: u32 = load<u8>(at)
  const isNegative = byte === 0x2d
  if (isNegative || byte === 0x2b) byte = load<u8>(++at)
  const first = at
  let mantissa: u64 = 0
  while (isDigit(byte)) {
    mantissa = mantissa * 10 + (byte - zero)
    byte = load<u8>(++at)
  }
  let digits = at - first
  let exponent: i32 = 0
  if (byte === 0x2e) {
    const fraction = ++at
    let eight = load<u64>(at)
    while (isEightDigits(eight)) {
      mantissa = mantissa * 100000000 + eightDigits(eight)
      at += 8
      eight = load<u64>(at)
    }
    byte = load<u8>(at)
    while (isDigit(byte)) {
      mantissa = mantissa * 10 + (byte - zero)
      byte = load<u8>(++at)
    }
    digits += at - fraction
    exponent = i32(fraction - at)
  }
  if (digits === 0) return false
  if ((byte | 0x20) === 0x65) {
    byte = load<u8>(++at)
    const isSmall = byte === 0x2d
    if (isSmall || byte === 0x2b) byte = load<u8>(++at)
    const begin = at
    let power: i32 = 0
    while (isDigit(byte) && at - begin < 5) {
      power = power * 10 + i32(byte - zero)
      byte = load<u8>(++at)
    }
    if (at === begin || at - begin > 4) return false
    exponent += isSmall ? -power : power
  }
  numberEnd = at
  if (digits > digitsMax && significant(first, digits) > digitsMax) number = numberOf(start, at)
  else {
    const size = nearest(mantissa, exponent)
    number = isNegative ? -size : size
  }
  return Number.isFinite(number)
}

/** The digits without the zeros before them. */
function significant(first: u32, digits: u32): u32 {
  let at = first
  let count = digits
  while (count > 0) {
    const byte = load<u8>(at++)
    if (byte === zero) count--
    else if (byte !== 0x2e) break
  }
  return count
}

function isEightDigits(eight: u64): bool {
  return (((eight + 0x4646464646464646) | (eight - 0x3030303030303030)) & 0x8080808080808080) === 0
}

/** The number that eight digits are. @see Lemire, Number Parsing at a Gigabyte per Second, 2021 */
function eightDigits(eight: u64): u64 {
  const pairs = (eight - 0x3030303030303030) * 10 + ((eight - 0x3030303030303030) >> 8)
  const low = (pairs & 0x000000ff000000ff) * 0x000f424000000064
  const high = ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001
  return (low + high) >> 32
}
