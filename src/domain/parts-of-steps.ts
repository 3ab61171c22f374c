/**
 * How many steps a fraction of a schedule is. A fraction is a decimal that a person wrote, such as 0.29, but float64 has no 0.29, only a
 * number just below: 0.29 · 100 is 28.999999999999996 there, and rounds down to 28. So a product counts as the whole number k where k/n is
 * that same float64. This also holds for 1/3 of 600, whose decimal text has only sixteen threes.
 */

/** c·n, whole where it is meant to be: the number k with k/n = c, where there is one. */
export function partOf(c: number, n: number): number {
  const whole = Math.round(c * n)
  return whole / n === c ? whole : c * n
}

/** ⌊c·n⌋. */
export function floorOfPart(c: number, n: number): number {
  const nearest = Math.round(c * n)
  // The quotient decides, not the product: that may have been rounded up to a whole number.
  return nearest / n <= c ? nearest : nearest - 1
}

/** ⌈c·n⌉. */
export function ceilOfPart(c: number, n: number): number {
  const nearest = Math.round(c * n)
  return nearest / n >= c ? nearest : nearest + 1
}

/** ⌊c·n + ½⌋. */
export const roundOfPart = (c: number, n: number): number => Math.floor((floorOfPart(c, 2 * n) + 1) / 2)
