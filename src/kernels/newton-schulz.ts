/** The coefficients of the quintic iteration, chosen for the steepest slope at 0. @see Jordan et al., Muon, 2024, kellerjordan.github.io/posts/muon */
const [a, b, c] = [3.4445, -4.775, 2.0315] as const

/** Added to the norm, so that it is not 0. */
const epsilon = 1e-7

/** Multiplications that an iteration takes. */
export function newtonSchulzWork(rows: number, columns: number, steps: number): number {
  const [short, long] = rows < columns ? [rows, columns] : [columns, rows]
  return steps * short * short * (2 * long + short)
}

/**
 * A matrix with the singular vectors of G and singular values near 1, by Newton and Schulz's iteration in float64:
 *
 *     X = G/(‖G‖_F + ε),   then `steps` times   A = XXᵀ,   X ← aX + (bA + cA²)X
 *
 * The singular values do not converge: they lie between 0.68 and 1.13 or so after five steps, and those of G that are tiny beside
 * its norm stay below.
 * @param matrix row-major, shape `[rows, columns]`; it is not changed
 */
export function orthogonalised(matrix: ArrayLike<number>, rows: number, columns: number, steps: number): Float64Array {
  const isTall = rows > columns
  const [short, long] = isTall ? [columns, rows] : [rows, columns]
  const norm = frobeniusNorm(matrix) + epsilon
  let x = scaled(isTall ? transposed(matrix, rows, columns) : matrix, 1 / norm, norm)
  for (let step = 0; step < steps; step++) x = iterated(x, short, long)
  return isTall ? transposed(x, short, long) : x
}

/** √Σx², without overflow on the way. */
function frobeniusNorm(values: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]!))
  if (largest === 0 || !Number.isFinite(largest)) return largest
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i]! / largest) ** 2
  return largest * Math.sqrt(sum)
}

function scaled(values: ArrayLike<number>, factor: number, divisor: number): Float64Array {
  const isUsual = factor > 0 && Number.isFinite(factor)
  return Float64Array.from(values, (value) => (isUsual ? value * factor : value / divisor))
}

function transposed(values: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const result = new Float64Array(rows * columns)
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result[j * rows + i] = values[i * columns + j]!
  return result
}

/** aX + (bA + cA²)X with A = XXᵀ. Shape `[short, long]`. Loops cover one row a call: V8 compiles what is called often. */
function iterated(x: Float64Array, short: number, long: number): Float64Array {
  const gram = new Float64Array(short * short)
  for (let row = 0; row < short; row++) multiplyByTranspose(x, short, long, row, gram)
  const square = new Float64Array(short * short)
  for (let row = 0; row < short; row++) multiplyByTranspose(gram, short, short, row, square)
  const factor = gram.map((value, i) => b * value + c * square[i]!)
  const result = x.map((value) => a * value)
  for (let row = 0; row < short; row++) addProduct(factor, x, short, long, row, result)
  return result
}

/** A row of YYᵀ up to the diagonal, and what mirrors it; four entries at a time, so that the row of Y is read less often. */
function multiplyByTranspose(y: Float64Array, rows: number, columns: number, row: number, out: Float64Array): void {
  const start = row * columns
  let j = 0
  for (; j + 4 <= row + 1; j += 4) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0]
    for (let k = 0, q = j * columns; k < columns; k++, q++) {
      const value = y[start + k]!
      s0 += value * y[q]!
      s1 += value * y[q + columns]!
      s2 += value * y[q + 2 * columns]!
      s3 += value * y[q + 3 * columns]!
    }
    out[row * rows + j] = out[j * rows + row] = s0
    out[row * rows + j + 1] = out[(j + 1) * rows + row] = s1
    out[row * rows + j + 2] = out[(j + 2) * rows + row] = s2
    out[row * rows + j + 3] = out[(j + 3) * rows + row] = s3
  }
  for (; j <= row; j++) {
    let sum = 0
    for (let k = 0, q = j * columns; k < columns; k++, q++) sum += y[start + k]! * y[q]!
    out[row * rows + j] = out[j * rows + row] = sum
  }
}

/** Adds a row of FX, four rows of X at a time. */
function addProduct(f: Float64Array, x: Float64Array, short: number, long: number, row: number, out: Float64Array): void {
  const [ofF, start] = [row * short, row * long]
  let k = 0
  for (; k + 4 <= short; k += 4) {
    const [f0, f1, f2, f3] = [f[ofF + k]!, f[ofF + k + 1]!, f[ofF + k + 2]!, f[ofF + k + 3]!]
    for (let j = 0, q = k * long; j < long; j++, q++) {
      out[start + j] = out[start + j]! + f0 * x[q]! + f1 * x[q + long]! + f2 * x[q + 2 * long]! + f3 * x[q + 3 * long]!
    }
  }
  for (; k < short; k++) {
    const weight = f[ofF + k]!
    for (let j = 0, q = k * long; j < long; j++, q++) out[start + j] = out[start + j]! + weight * x[q]!
  }
}
