import { exactPowersAt, powersAt } from './layout'

/**
 * The float64 nearest to a decimal number of up to 19 digits. Up to 2^53 and a power of ten up to 22 it is one correctly rounded operation;
 * else the product with a power of five of 128 bits tells.
 * @see Clinger, How to Read Floating Point Numbers Accurately, 1990
 * @see Lemire, Number Parsing at a Gigabyte per Second, 2021
 * @see Mushtak and Lemire, Fast Number Parsing Without Fallback, 2023
 */
export function nearest(mantissa: u64, exponent: i32): f64 {
  if (mantissa === 0) return 0
  if (mantissa <= 1 << 53 && exponent >= -22 && exponent <= 22) {
    const exact = f64(mantissa)
    if (exponent < 0) return exact / load<f64>(exactPowersAt + (-exponent << 3))
    return exact * load<f64>(exactPowersAt + (exponent << 3))
  }
  if (exponent < -342) return 0
  if (exponent > 308) return Infinity
  return product(mantissa, exponent)
}

let high: u64 = 0

/** a·b: its low half, and its high half in `high`. */
function multiply(a: u64, b: u64): u64 {
  const aLow = a & 0xffffffff
  const aHigh = a >> 32
  const bLow = b & 0xffffffff
  const bHigh = b >> 32
  const low = aLow * bLow
  const middle = aHigh * bLow + (low >> 32)
  const other = aLow * bHigh + (middle & 0xffffffff)
  high = aHigh * bHigh + (middle >> 32) + (other >> 32)
  return (other << 32) | (low & 0xffffffff)
}

const mantissaBits: i32 = 52
const leastExponent: i32 = -1023

function product(mantissa: u64, exponent: i32): f64 {
  const zeros = i32(clz(mantissa))
  const shifted = mantissa << zeros
  const power = powersAt + ((exponent + 342) << 4)
  let low = multiply(shifted, load<u64>(power))
  let top = high
  if ((top & 0x1ff) === 0x1ff) {
    // The bits behind the mantissa are all ones: the lower half of the power may carry into them.
    multiply(shifted, load<u64>(power + 8))
    low += high
    if (low < high) top++
  }
  const upper = i32(top >> 63)
  const shift = upper + 64 - mantissaBits - 3
  let result = top >> shift
  // floor(log2(10^q)) + 63, for |q| ≤ 350.
  let binary = (((152170 + 65536) * exponent) >> 16) + 63 + upper - zeros - leastExponent
  if (binary <= 0) {
    if (1 - binary >= 64) return 0
    result >>= 1 - binary
    result += result & 1
    result >>= 1
    return reinterpret<f64>(result)
  }
  // Halfway between two: to the even one.
  if (low <= 1 && exponent >= -4 && exponent <= 23 && (result & 3) === 1 && result << shift === top) result &= ~1
  result += result & 1
  result >>= 1
  if (result >= 1 << (mantissaBits + 1)) {
    result = 1 << mantissaBits
    binary++
  }
  if (binary >= 0x7ff) return Infinity
  return reinterpret<f64>((result & ~(1 << mantissaBits)) | (u64(binary) << mantissaBits))
}
