/** 10^0 … 10^22: the powers of ten that float64 holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))
const [zero, point, minus, plus] = [0x30, 0x2e, 0x2d, 0x2b]
/** So many digits make an integer of 32 bits; a number of more has two such integers. */
const halfDigits = 9
/** So many digits make an integer below 2^53. */
const exactDigits = 15
/** Veltkamp's constant: it cuts a float64 into two halves of 26 bits. */
const splitter = 2 ** 27 + 1

/**
 * Reads decimal numbers from the bytes of a text: the float64 that is nearest, as `Number` gives it, many times faster, as no text is made.
 *
 * Up to 15 digits and a power of ten up to 22 are one exact integer and one correctly rounded operation. Up to 18 digits are divided with a
 * remainder, so that the quotient is known to about 100 bits; where even these do not tell which float64 is nearest, `Number` does. So do all
 * other numbers.
 * @see Clinger, How to Read Floating Point Numbers Accurately, 1990
 * @see Dekker, A Floating-Point Technique for Extending the Available Precision, 1971
 */
export class DecimalReader {
  /** The number that was read last. */
  value = 0
  /** Where its text ends. */
  end = 0

  /**
   * Reads the number that begins at a place; after it comes a byte that belongs to no number.
   * @returns false where there is none, or none that this can read; then `value` and `end` say nothing
   */
  read(bytes: Uint8Array, start: number): boolean {
    let at = start
    let byte = bytes[at]!
    const isNegative = byte === minus
    if (isNegative || byte === plus) byte = bytes[++at]!
    let head = 0
    let tail = 0
    let digits = 0
    let length = 0
    let afterPoint = -1
    for (;;) {
      const digit = byte - zero
      if (digit >>> 0 <= 9) {
        if (digits < halfDigits) head = (head * 10 + digit) | 0
        else tail = (tail * 10 + digit) | 0
        if ((digits | digit) !== 0) digits++
        length++
      } else if (byte === point && afterPoint === -1) afterPoint = at + 1
      else break
      byte = bytes[++at]!
    }
    if (length === 0 || digits > 2 * halfDigits) return false
    if (afterPoint === -1 && digits <= halfDigits && byte !== 0x65 && byte !== 0x45) {
      this.end = at
      this.value = isNegative ? -head : head
      return true
    }
    let exponent = afterPoint === -1 ? 0 : afterPoint - at
    if (byte === 0x65 || byte === 0x45) {
      byte = bytes[++at]!
      const isSmall = byte === minus
      if (isSmall || byte === plus) byte = bytes[++at]!
      const begin = at
      let power = 0
      while ((byte - zero) >>> 0 <= 9) {
        power = power * 10 + byte - zero
        byte = bytes[++at]!
      }
      if (at === begin || at - begin > 4) return false
      exponent += isSmall ? -power : power
    }
    this.end = at
    const scale = digits <= halfDigits ? 1 : powers[digits - halfDigits]!
    const size = digits <= exactDigits ? exact(head * scale + tail, exponent) : divided(head, tail, scale, -exponent)
    if (size < 0) {
      const number = Number(text(bytes, start, at))
      this.value = number
      return Number.isFinite(number)
    }
    this.value = isNegative ? -size : size
    return true
  }
}

/** An integer below 10^15 times a power of ten; −1 where that is more than one operation. */
function exact(integer: number, exponent: number): number {
  if (integer === 0) return 0
  if (exponent >= 0) return exponent <= 22 ? integer * powers[exponent]! : -1
  return exponent >= -22 ? integer / powers[-exponent]! : -1
}

/** (head · scale + tail) / 10^k, rounded to the nearest; −1 where this cannot tell which is nearest, or k is not 0 … 22. */
function divided(head: number, tail: number, scale: number, k: number): number {
  if (k < 0 || k > 22) return -1
  const product = head * scale
  const rest = productError(head, scale, product) + tail
  const high = product + rest
  const low = rest - (high - product)
  const power = powers[k]!
  const quotient = high / power
  const back = quotient * power
  const more = (high - back - productError(quotient, power, back) + low) / power
  const slack = Math.abs(more) * 2 ** -48
  const nearest = quotient + (more - slack)
  return nearest === quotient + (more + slack) ? nearest : -1
}

/** a·b − fl(a·b), exactly. */
function productError(a: number, b: number, product: number): number {
  const aBig = a * splitter
  const aHigh = aBig - (aBig - a)
  const aLow = a - aHigh
  const bBig = b * splitter
  const bHigh = bBig - (bBig - b)
  const bLow = b - bHigh
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow
}

const text = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
