/** Where a function is least, as far as it was looked at. */
export interface Minimum {
  readonly at: number
  readonly value: number
}

const golden = (3 - Math.sqrt(5)) / 2

const least = (minima: readonly Minimum[]): number =>
  minima.reduce((best, { value }, i) => (value < (minima[best] as Minimum).value ? i : best), 0)

/**
 * The minimum of a function of one variable: the best point of an even grid, then Brent's method between its neighbours.
 * @param points of the grid, at least 3
 * @param precision absolute
 * @see Brent, Algorithms for Minimization without Derivatives, 1973, chapter 5
 */
export function minimum(f: (x: number) => number, low: number, high: number, points: number, precision: number): Minimum {
  const grid = Array.from({ length: points }, (_, k) => low + ((high - low) * k) / (points - 1)).map((at) => ({ at, value: f(at) }))
  const best = least(grid)
  const inside = brent(f, grid[Math.max(0, best - 1)]?.at as number, grid[Math.min(points - 1, best + 1)]?.at as number, precision)
  // At an end of the range the method only comes near.
  return inside.value < (grid[best] as Minimum).value ? inside : (grid[best] as Minimum)
}

export function brent(f: (x: number) => number, from: number, to: number, precision: number): Minimum {
  let [a, b] = [from, to]
  let x = a + golden * (b - a)
  let [w, v] = [x, x]
  let fx = f(x)
  let [fw, fv] = [fx, fx]
  let move = 0
  let moveBefore = 0
  for (let round = 0; round < 60; round++) {
    const middle = (a + b) / 2
    if (Math.abs(x - middle) <= 2 * precision - (b - a) / 2) break
    // A parabola through the last three points, where its minimum is inside and the moves shrink; else a golden section.
    const r = (x - w) * (fx - fv)
    let q = (x - v) * (fx - fw)
    let p = (x - v) * q - (x - w) * r
    q = 2 * (q - r)
    if (q > 0) p = -p
    else q = -q
    if (Math.abs(p) < Math.abs((q * moveBefore) / 2) && p > q * (a - x) && p < q * (b - x)) {
      moveBefore = move
      move = p / q
    } else {
      moveBefore = (x < middle ? b : a) - x
      move = golden * moveBefore
    }
    const at = x + (Math.abs(move) >= precision ? move : Math.sign(move) * precision)
    const value = f(at)
    if (value <= fx) {
      if (at < x) b = x
      else a = x
      ;[v, w, x] = [w, x, at]
      ;[fv, fw, fx] = [fw, fx, value]
    } else {
      if (at < x) a = at
      else b = at
      if (value <= fw || w === x) {
        ;[v, w] = [w, at]
        ;[fv, fw] = [fw, value]
      } else if (value <= fv || v === x || v === w) {
        v = at
        fv = value
      }
    }
  }
  return { at: x, value: fx }
}

/**
 * The minimum of a function of whole numbers: the best of some places, then a golden section between its neighbours.
 * @param places whole numbers, in any order, at least one
 * @param gap     so near it need not come, 1 for the minimum itself
 */
export function wholeMinimum(f: (x: number) => number, places: readonly number[], gap = 1): Minimum {
  const sorted = [...new Set(places)].sort((a, b) => a - b).map((at) => ({ at, value: f(at) }))
  const index = least(sorted)
  let best = sorted[index] as Minimum
  let low = sorted[Math.max(0, index - 1)]?.at as number
  let high = sorted[Math.min(sorted.length - 1, index + 1)]?.at as number
  while (high - low > 2 * gap) {
    // The wider side is cut.
    const isLeft = best.at - low > high - best.at
    const span = isLeft ? best.at - low : high - best.at
    const move = Math.max(1, Math.round(golden * span))
    const at = isLeft ? best.at - move : best.at + move
    const value = f(at)
    if (value < best.value) {
      if (isLeft) high = best.at
      else low = best.at
      best = { at, value }
    } else if (isLeft) low = at
    else high = at
  }
  return best
}
