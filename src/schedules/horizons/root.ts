/**
 * Where a continuous function of one variable passes from one sign to the other: the Illinois form of the false position.
 * @param a with f(a) = fa, of one sign  @param b with f(b) = fb, of the other
 * @param precision of the value that counts as 0
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
