import { digits, exponent, toShortest } from './shortest'

const zero: u32 = 0x30
const point: u32 = 0x2e
const minus: u32 = 0x2d
const quote: u32 = 0x22

/** Writes a number as `String` does, but −0 as "-0". @returns behind it */
export function writeNumber(start: u32, value: f64): u32 {
  let at = start
  const bits = reinterpret<u64>(value)
  if (bits >> 63) store<u8>(at++, minus)
  const size = bits & 0x7fffffffffffffff
  if (size === 0) {
    store<u8>(at, zero)
    return at + 1
  }
  toShortest(reinterpret<f64>(size))
  let kept = digits
  let power = exponent
  // A whole number keeps its zeros.
  if (power !== 0) {
    while (kept % 10 === 0) {
      kept /= 10
      power++
    }
  }
  const count = lengthOf(kept)
  /** The digits before the point. */
  const whole = i32(count) + power
  if (power >= 0 && whole <= 21) {
    writeDigits(at, kept, count)
    at += count
    for (let i = 0; i < power; i++) store<u8>(at++, zero)
    return at
  }
  if (whole > 0 && whole <= 21) {
    writeDigits(at + 1, kept, count)
    memory.copy(at, at + 1, u32(whole))
    store<u8>(at + u32(whole), point)
    return at + count + 1
  }
  if (whole > -6 && whole <= 0) {
    store<u8>(at++, zero)
    store<u8>(at++, point)
    for (let i = whole; i < 0; i++) store<u8>(at++, zero)
    writeDigits(at, kept, count)
    return at + count
  }
  return writeExponent(at, kept, count, whole - 1)
}

/** As 1.25e-7. */
function writeExponent(start: u32, kept: u64, count: u32, power: i32): u32 {
  let at = start
  writeDigits(at + 1, kept, count)
  store<u8>(at, load<u8>(at + 1))
  if (count > 1) {
    store<u8>(at + 1, point)
    at += count
  }
  store<u8>(++at, 0x65)
  store<u8>(++at, power < 0 ? minus : 0x2b)
  const size = u64(abs(power))
  const length = lengthOf(size)
  writeDigits(at + 1, size, length)
  return at + 1 + length
}

/** Writes a number that is none as NaN, Infinity or -Infinity. @returns behind it */
export function writeWord(start: u32, value: f64): u32 {
  if (Number.isNaN(value)) {
    store<u32>(start, 0x4e614e)
    return start + 3
  }
  let at = start
  if (value < 0) store<u8>(at++, minus)
  store<u64>(at, 0x7974696e69666e49)
  return at + 8
}

/** The same as JSON has them: words are strings. */
export function writeJson(start: u32, value: f64): u32 {
  if (value - value === 0) return writeNumber(start, value)
  store<u8>(start, quote)
  const end = writeWord(start + 1, value)
  store<u8>(end, quote)
  return end + 1
}

/** Writes a whole number of so many digits, eight at a time while it has more than 32 bits. */
export function writeDigits(start: u32, value: u64, count: u32): void {
  let rest = value
  let at = start + count
  while (rest > 0xffffffff) {
    const next = rest / 100000000
    let eight = u32(rest - next * 100000000)
    for (let i = 0; i < 8; i++) {
      const tens = eight / 10
      store<u8>(--at, zero + (eight - tens * 10))
      eight = tens
    }
    rest = next
  }
  let small = u32(rest)
  while (at > start) {
    const tens = small / 10
    store<u8>(--at, zero + (small - tens * 10))
    small = tens
  }
}

/** How many digits a whole number has. */
export function lengthOf(value: u64): u32 {
  let length: u32 = 1
  let rest = value
  if (rest >= 10000000000000000) {
    rest /= 10000000000000000
    length += 16
  }
  if (rest >= 100000000) {
    rest /= 100000000
    length += 8
  }
  if (rest >= 10000) {
    rest /= 10000
    length += 4
  }
  if (rest >= 100) {
    rest /= 100
    length += 2
  }
  return rest >= 10 ? length + 1 : length
}
