/** The least value of a function among the points tried. */
export interface Minimum {
  readonly at: number
  readonly value: number
}

const golden = (3 - Math.sqrt(5)) / 2

const least = (minima: readonly Minimum[]): number => minima.reduce((best, { value }, i) => (value < minima[best]!.value ? i : best), 0)

/**
 * Minimises a function of one variable: takes the best point of an even grid, then applies Brent's method between its neighbours.
 * @param points    of the grid, at least 3
 * @param precision of x, absolute
 * @see Brent, Algorithms for Minimization without Derivatives, 1973, chapter 5
 */
export function minimum(f: (x: number) => number, low: number, high: number, points: number, precision: number): Minimum {
  const grid = Array.from({ length: points }, (_, k) => low + ((high - low) * k) / (points - 1)).map((at) => ({ at, value: f(at) }))
  const best = least(grid)
  const inside = brent(f, grid[Math.max(0, best - 1)]!.at, grid[Math.min(points - 1, best + 1)]!.at, precision)
  // Brent's method never quite reaches an end of the range.
  return inside.value < grid[best]!.value ? inside : grid[best]!
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
    // Try the parabola through the last three points. If its minimum lies outside or the moves do not shrink, take a golden section.
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
 * Minimises a function of whole numbers: takes the best of some places, then applies golden sections between its neighbours.
 * @param places whole numbers, in any order, at least one
 * @param gap    precision; 1 finds the minimum itself
 */
export function wholeMinimum(f: (x: number) => number, places: readonly number[], gap = 1): Minimum {
  const sorted = [...new Set(places)].sort((a, b) => a - b).map((at) => ({ at, value: f(at) }))
  const index = least(sorted)
  let best = sorted[index]!
  let low = sorted[Math.max(0, index - 1)]!.at
  let high = sorted[Math.min(sorted.length - 1, index + 1)]!.at
  while (high - low > 2 * gap) {
    // Cut the wider side.
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
