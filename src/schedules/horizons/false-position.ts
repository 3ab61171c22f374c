/**
 * Finds a root of a continuous function between two points of opposite sign, by the Illinois variant of false position.
 * @param a, b      ends, with fa = f(a) and fb = f(b) of opposite sign
 * @param precision |f(x)| at most this counts as 0
 * @see Dowell, Jarratt, A modified regula falsi method for computing the root of an equation, BIT 11, 1971
 */
export function rootBetween(f: (x: number) => number, a: number, fa: number, b: number, fb: number, precision: number): number {
  for (let round = 0; round < 100 && Math.abs(b - a) > 1e-15 * Math.max(Math.abs(a), Math.abs(b)); round++) {
    const x = b - (fb * (b - a)) / (fb - fa)
    const fx = f(x)
    if (Math.abs(fx) <= precision) return x
    if (fx * fb < 0) {
      a = b
      fa = fb
    } else fa /= 2
    b = x
    fb = fx
  }
  return b
}
