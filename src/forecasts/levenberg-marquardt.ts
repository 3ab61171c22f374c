/** A sum of squares to minimise over a box. */
export interface LeastSquares {
  /** Residuals at x, always of the same length; not kept by the caller of this function after the next call. */
  residuals(x: Float64Array): Float64Array
  readonly start: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
}

export interface Minimiser {
  readonly x: Float64Array
  /** Σ r², at x. */
  readonly squares: number
  readonly rounds: number
}

const roundsMax = 40
/** Step of a forward difference. Parameters are logarithms of order 1, so it needs no scale. */
const difference = 1e-5
/** Ends where a round lowers the sum by less than this part of it. */
const converged = 1e-8

/**
 * Levenberg–Marquardt with bounds: damped Gauss–Newton steps on the parameters that are free, projected on the box. A parameter at a
 * bound towards which the sum falls is not free.
 * @see Marquardt, An Algorithm for Least-Squares Estimation of Nonlinear Parameters, SIAM J. 11(2), 1963
 * @see Kanzow, Yamashita, Fukushima, Levenberg–Marquardt methods with strong local convergence properties for solving nonlinear equations
 *   with convex constraints, J. Comput. Appl. Math. 172(2), 2004, on the projection
 */
export function levenbergMarquardt({ residuals, start, lower, upper }: LeastSquares): Minimiser {
  const k = start.length
  let x = start.slice()
  let r = residuals(x).slice()
  let squares = sumOfSquares(r)
  let damping = 1e-3
  let rounds = 0
  for (; rounds < roundsMax && k > 0; rounds++) {
    const columns = jacobian(residuals, x, r, upper)
    const gradient = columns.map((column) => dot(column, r))
    const free = gradient.map((slope, i) => !((x[i]! <= lower[i]! && slope > 0) || (x[i]! >= upper[i]! && slope < 0)))
    const normal = columns.map((a, i) => columns.map((b, j) => (free[i] && free[j] ? dot(a, b) : 0)))
    let fell = false
    for (let tries = 0; tries < 8 && !fell; tries++) {
      const move = solveDamped(normal, gradient, free, damping)
      const next = x.map((value, i) => Math.min(upper[i]!, Math.max(lower[i]!, value - move[i]!)))
      const there = residuals(next)
      const sum = sumOfSquares(there)
      if (sum < squares) {
        fell = squares - sum > converged * squares
        ;[x, r, squares] = [next, there.slice(), sum]
        damping = Math.max(1e-9, damping / 5)
        if (!fell) return { x, squares, rounds: rounds + 1 }
      } else damping *= 6
    }
    if (!fell) break
  }
  return { x, squares, rounds }
}

/** Columns ∂r/∂xᵢ by differences, backward where the upper bound is near. */
export function jacobian(residuals: LeastSquares['residuals'], x: Float64Array, r: Float64Array, upper: Float64Array): Float64Array[] {
  return Array.from(x, (value, i) => {
    const h = value + difference > upper[i]! ? -difference : difference
    const moved = x.slice()
    moved[i] = value + h
    return residuals(moved).map((there, t) => (there - r[t]!) / h)
  })
}

/** (JᵀJ + damping·diag)·move = gradient on the free parameters, by elimination with pivots. */
function solveDamped(normal: readonly number[][], gradient: readonly number[], free: readonly boolean[], damping: number): number[] {
  const rows = normal.map((row, i) => row.map((value, j) => (i === j ? (free[i] ? value * (1 + damping) + 1e-300 : 1) : value)))
  return (
    solveLinear(
      rows,
      gradient.map((slope, i) => (free[i] ? slope : 0))
    ) ?? gradient.map(() => 0)
  )
}

/** Solves A·x = b for a small dense A; null where it is singular. Neither is changed. */
export function solveLinear(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const n = b.length
  const rows = a.map((row, i) => [...row, b[i]!])
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let j = i + 1; j < n; j++) if (Math.abs(rows[j]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = j
    ;[rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!]
    const head = rows[i]![i]!
    if (!(Math.abs(head) > 0)) return null
    for (let j = i + 1; j < n; j++) {
      const factor = rows[j]![i]! / head
      for (let c = i; c <= n; c++) rows[j]![c]! -= factor * rows[i]![c]!
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!
    for (let c = i + 1; c < n; c++) sum -= rows[i]![c]! * x[c]!
    x[i] = sum / rows[i]![i]!
  }
  return x.every((value) => Number.isFinite(value)) ? x : null
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

const sumOfSquares = (r: Float64Array): number => dot(r, r)
