import { powersAt } from './layout'

/**
 * The shortest decimal that reads back as a float64, and of several the nearest: `digits` · 10^`exponent`, with zeros at the end perhaps.
 * @see Giulietti, The Schubfach way to render doubles, 2021
 */
export let digits: u64 = 0
export let exponent: i32 = 0

/** The least power of ten in the table; see `powers-of-ten.ts`. */
const leastPower: i32 = -292

/** ⌊log₂ 10^e⌋ and ⌊log₁₀ 2^e⌋, ⌊log₁₀ ¾ · 2^e⌋, for all exponents of float64. */
function log2OfPowerOfTen(e: i32): i32 {
  return (e * 1741647) >> 19
}
function log10OfPowerOfTwo(e: i32): i32 {
  return (e * 1262611) >> 22
}
function log10OfThreeQuarters(e: i32): i32 {
  return (e * 1262611 - 524031) >> 22
}

/** The high half of a product of 64 bits each. */
function highProduct(a: u64, b: u64): u64 {
  const aLow = a & 0xffffffff
  const aHigh = a >> 32
  const bLow = b & 0xffffffff
  const bHigh = b >> 32
  const low = aLow * bLow
  const middle = aHigh * bLow + (low >> 32)
  const cross = aLow * bHigh + (middle & 0xffffffff)
  return aHigh * bHigh + (middle >> 32) + (cross >> 32)
}

/** The whole part of g · c / 2^128, whose last bit is set where anything is left over. */
function roundedToOdd(gHigh: u64, gLow: u64, c: u64): u64 {
  const carried = highProduct(gLow, c)
  const low = gHigh * c
  const sum = low + carried
  const high = highProduct(gHigh, c) + u64(sum < low)
  return high | u64(sum > 1)
}

/** @param value finite and positive */
export function toShortest(value: f64): void {
  const bits = reinterpret<u64>(value)
  const fraction = bits & 0xfffffffffffff
  const biased = i32(bits >> 52)
  const c = biased === 0 ? fraction : fraction | 0x10000000000000
  const q = biased === 0 ? -1074 : biased - 1075
  if (q <= 0 && q > -53 && (c & (((<u64>1) << u64(-q)) - 1)) === 0) {
    digits = c >> u64(-q)
    exponent = 0
    return
  }
  // An even number is read where a text lies right between it and its neighbour.
  const odd = c & 1
  const isPowerOfTwo = fraction === 0 && biased > 1
  const k = isPowerOfTwo ? log10OfThreeQuarters(q) : log10OfPowerOfTwo(q)
  const shift = u64(q + log2OfPowerOfTen(-k) + 1)
  const power = powersAt + (u32(-k - leastPower) << 4)
  const gHigh = load<u64>(power)
  const gLow = load<u64>(power + 8)
  const center = c << 2
  const low = roundedToOdd(gHigh, gLow, (center - 2 + u64(isPowerOfTwo)) << shift) + odd
  const middle = roundedToOdd(gHigh, gLow, center << shift)
  const high = roundedToOdd(gHigh, gLow, (center + 2) << shift) - odd
  const whole = middle >> 2
  if (whole >= 10) {
    const tens = whole / 10
    const isBelow = low <= 40 * tens
    const isAbove = 40 * tens + 40 <= high
    if (isBelow !== isAbove) {
      digits = tens + u64(isAbove)
      exponent = k + 1
      return
    }
  }
  exponent = k
  const isBelow = low <= whole << 2
  const isAbove = (whole << 2) + 4 <= high
  const half = (whole << 2) + 2
  const isUp = isBelow !== isAbove ? isAbove : middle > half || (middle === half && (whole & 1) !== 0)
  digits = whole + u64(isUp)
}
