/**
 * The refinement written a second time, as plainly as possible and with nothing of `src`; for comparison.
 * @see Defazio et al., Optimal Linear Decay Learning Rate Schedules and Further Refinements, 2023. arXiv:2310.07831
 */
export interface PlainOptions {
  preset: 'paper' | 'reference'
  window: number
  trim: { start: number; end: number }
  weighting: 'inverse-square' | 'inverse'
  steps: number
  warmupFloor: number
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)

export function plainMedian(values: readonly number[]): number {
  const order = sorted(values)
  const middle = order.length >> 1
  const upper = order[middle]!
  return order.length % 2 === 1 ? upper : (order[middle - 1]! + upper) / 2
}

/** The values with `half` before them that repeat the first and `half` after them that mirror without repeating the last. */
export function padded(values: readonly number[], half: number): number[] {
  const n = values.length
  const left = Array.from({ length: half }, () => values[0]!)
  const right = Array.from({ length: half }, (_, k) => values[n - 2 - k]!)
  return [...left, ...values, ...right]
}

/** The median of the window around each value: a sorted list that one value leaves and another one enters at each step. */
export function plainSlidingMedian(values: ArrayLike<number>, width: number): Float64Array {
  const half = width >> 1
  const long = padded(Array.from(values), half)
  const window = sorted(long.slice(0, width))
  /** The first place in the window whose value is not below this one. */
  const placeOf = (value: number) => {
    let [low, high] = [0, window.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (window[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }
  return Float64Array.from(values, (_, i) => {
    if (i > 0) {
      window.splice(placeOf(long[i - 1]!), 1)
      const entering = long[i + width - 1]!
      window.splice(placeOf(entering), 0, entering)
    }
    return window[half]!
  })
}

/** Linear interpolation of points with increasing positions, at evenly spaced places; exactly the value of a point at its position. */
function spread(values: readonly number[], positions: readonly number[], count: number): number[] {
  const [first, last] = [positions[0]!, positions.at(-1)!]
  let left = 0
  return Array.from({ length: count }, (_, j) => {
    const x = j === count - 1 ? last : first + (j * (last - first)) / (count - 1)
    while (left + 1 < positions.length && positions[left + 1]! <= x) left++
    if (left === values.length - 1) return values[left]!
    const [x0, x1] = [positions[left]!, positions[left + 1]!]
    const [y0, y1] = [values[left]!, values[left + 1]!]
    return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
  })
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i)

export function plainRefinement(steps: readonly number[], values: readonly number[], options: PlainOptions): number[] {
  const isPaper = options.preset === 'paper'
  const kept = range(values.length).filter((i) => Number.isFinite(values[i]) && !(isPaper && values[i] === 0))
  const used = kept.slice(options.trim.start, kept.length - options.trim.end)
  let g = used.map((i) => values[i]!)
  if (isPaper) {
    const at = used.map((i) => steps[i]!)
    const differences = at.slice(1).map((step, i) => step - at[i]!)
    if (differences.some((difference) => difference !== differences[0])) {
      const spacing = sorted(differences)[(differences.length - 1) >> 1] as number
      const positions = Math.floor((at.at(-1)! - at[0]!) / spacing + 0.5) + 1
      g = spread(g, at, Math.min(positions, 4 * g.length))
    }
    g = [...plainSlidingMedian(g, 2 * Math.floor(Math.floor(options.window * g.length) / 2) + 1)]
  } else {
    if (g.length < 10_000) g = spread(g, range(g.length), 10_000)
    g = [...plainSlidingMedian(g, 1001)]
    if (g.length > 10_000) g = spread(g, range(g.length), 10_000)
  }
  const floor = 1e-6 * plainMedian(g)
  const raised = g.map((norm) => Math.max(norm, floor))
  const smallest = Math.min(...raised)
  const weights = raised.map((norm) => (options.weighting === 'inverse-square' ? 1 / (norm / smallest) ** 2 : 1 / (norm / smallest)))
  const eta = weights.slice()
  let tail = 0
  for (let t = eta.length - 1; t >= 0; t--) {
    eta[t] = weights[t]! * tail
    tail += weights[t]!
  }
  let multipliers = byLargest(eta)
  if (options.steps === 1) return [1]
  if (options.steps !== multipliers.length) multipliers = byLargest(spread(multipliers, range(multipliers.length), options.steps))
  const peak = multipliers.indexOf(1)
  return multipliers.map((multiplier, j) => (j < peak ? Math.max(multiplier, options.warmupFloor) : multiplier))
}

function byLargest(values: readonly number[]): number[] {
  const largest = Math.max(...values)
  return largest === 0 ? values.map((_, i) => (i === 0 ? 1 : 0)) : values.map((value) => value / largest)
}
