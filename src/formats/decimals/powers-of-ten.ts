const [least, most] = [-292, 324]
const bits = 128

/** 10^−292 … 10^324 with 128 bits each, the first of them a one, rounded up. The high half, then the low one. */
export function powersOfTen(): BigUint64Array {
  const halves = new BigUint64Array(2 * (most - least + 1))
  const put = (exponent: number, value: bigint) => {
    halves[2 * (exponent - least)] = value >> 64n
    halves[2 * (exponent - least) + 1] = BigInt.asUintN(64, value)
  }
  for (let [exponent, power] = [0, 1n]; exponent <= most; exponent++, power *= 10n) {
    const length = power.toString(2).length
    put(exponent, length <= bits ? power << BigInt(bits - length) : roundedUp(power, 1n << BigInt(length - bits)))
    if (exponent > 0 && exponent <= -least) put(-exponent, roundedUp(1n << BigInt(length - 1 + bits), power))
  }
  return halves
}

const roundedUp = (dividend: bigint, divisor: bigint): bigint => (dividend + divisor - 1n) / divisor
