/** 10^0 … 10^22: the powers of ten that float64 holds exactly. */
export const exactPowers = (): Float64Array => Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))

const [least, most] = [-342, 308]
const bits = 128n
/** To 5^−27 a whole number of 64 bits can be a multiple of the divisor, and the quotient must not fall below it. */
const roundedMax = 27

/**
 * 5^−342 … 5^308 with 128 bits each, the first of them a one: cut off, but rounded up for 5^−27 … 5^−1. The high half, then the low one.
 * @see Lemire, Number Parsing at a Gigabyte per Second, 2021
 */
export function powersOfFive(): BigUint64Array {
  const halves = new BigUint64Array(2 * (most - least + 1))
  let power = 1n
  const put = (exponent: number, value: bigint) => {
    halves[2 * (exponent - least)] = value >> 64n
    halves[2 * (exponent - least) + 1] = BigInt.asUintN(64, value)
  }
  for (let exponent = 0; exponent <= -least; exponent++) {
    const length = bitsOf(power)
    if (exponent <= most) put(exponent, length <= bits ? power << (bits - length) : power >> (length - bits))
    if (exponent > 0) put(-exponent, (1n << (length - 1n + bits)) / power + (exponent <= roundedMax ? 1n : 0n))
    power *= 5n
  }
  return halves
}

const bitsOf = (value: bigint): bigint => {
  const hexadecimal = value.toString(16)
  return BigInt(4 * hexadecimal.length - Math.clz32(Number.parseInt(hexadecimal[0] as string, 16)) + 28)
}
