/** Vertical gates at x = 0, 1, …, n − 1: a line stabs gate x if `lower[x]` ≤ line(x) ≤ `upper[x]`. Shapes `[n]`. */
export interface Gates {
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** y + slope·(· − x) */
export interface Line {
  readonly x: number
  readonly y: number
  readonly slope: number
}

export const lineAt = ({ x, y, slope }: Line, at: number): number => y + slope * (at - x)

/** Gate `from`, narrowed to [low, high]. From `cleared.from` to before it, lines respect only `cleared.side` of the gates. */
export interface Start {
  readonly from: number
  readonly low: number
  readonly high: number
  readonly cleared?: { readonly from: number; readonly side: 'lower' | 'upper' }
}

/** Most ranges that a sweep keeps. */
export const rangesKept = 16

/** How far lines from a start reach. */
export interface Sweep {
  /** The last gate that a line can stab together with all gates from the start on. */
  readonly last: number
  /** The side on which all lines pass the next gate; null at the last gate. */
  readonly miss: 'above' | 'below' | null
  /** The steepest line upwards and downwards, given by the later gate that it touches. One of them misses the next gate by the least. */
  readonly up: Line
  readonly down: Line
  /** The range [low[k], high[k]] of lines at gate `keepFrom + k` that stab all gates up to it. */
  readonly low: number[]
  readonly high: number[]
}

/** Initial capacity of a hull, in corners. */
const hullRoom = 1024

/** The convex hull of one side of the gates, as a stack. Lines may not cross it. */
class Hull {
  private xs = new Float64Array(hullRoom)
  private ys = new Float64Array(hullRoom)
  /** Where the last tangent touched. It never moves back. */
  private first = 0
  private size = 0
  /** 1: hull of the lower ends, below all lines; −1: of the upper ends, above all lines. */
  private readonly sign: 1 | -1

  constructor(sign: 1 | -1) {
    this.sign = sign
  }

  clear(): void {
    this.first = 0
    this.size = 0
  }

  push(x: number, y: number): void {
    let size = this.size
    if (size === this.xs.length) this.grow()
    const { xs, ys, sign } = this
    while (size - this.first >= 2) {
      const bx = xs[size - 1]!
      const by = ys[size - 1]!
      const ax = xs[size - 2]!
      const ay = ys[size - 2]!
      if (sign * ((by - ay) * (x - ax) - (y - ay) * (bx - ax)) > 0) break
      size--
    }
    xs[size] = x
    ys[size] = y
    this.size = size + 1
  }

  private grow(): void {
    const [xs, ys] = [new Float64Array(2 * this.size), new Float64Array(2 * this.size)]
    xs.set(this.xs)
    ys.set(this.ys)
    this.xs = xs
    this.ys = ys
  }

  /** The slope of the steepest line through a point to the right of the hull that does not cross the hull. */
  tangentSlope(x: number, y: number): number {
    const { xs, ys, sign, size } = this
    if (size === 0) return sign * Number.POSITIVE_INFINITY
    let at = this.first
    let slope = (y - ys[at]!) / (x - xs[at]!)
    while (at + 1 < size) {
      const next = (y - ys[at + 1]!) / (x - xs[at + 1]!)
      if (sign * (next - slope) > 0) break
      slope = next
      at++
    }
    this.first = at
    return slope
  }
}

/**
 * Sweeps over gates with the set of lines that stab them all. Two lines bound the set: the steepest upwards, which touches a lower end and
 * then an upper one, and the steepest downwards. Updating both costs amortised constant time per gate.
 * @see O'Rourke, An on-line algorithm for fitting straight lines between data ranges, Communications of the ACM 24(9), 1981
 */
export class StabbingLines {
  private readonly gates: Gates
  private readonly below: Hull
  private readonly above: Hull

  constructor(gates: Gates) {
    this.gates = gates
    this.below = new Hull(1)
    this.above = new Hull(-1)
  }

  /**
   * @param keepFrom first gate whose range is kept; after the start
   * @param to       last gate to visit
   */
  sweep({ from, low, high, cleared }: Start, keepFrom: number, to = this.gates.lower.length - 1): Sweep {
    const { below, above } = this
    const { lower, upper } = this.gates
    below.clear()
    above.clear()
    if (cleared?.side === 'lower') for (let x = cleared.from; x < from; x++) below.push(x, lower[x]!)
    if (cleared?.side === 'upper') for (let x = cleared.from; x < from; x++) above.push(x, upper[x]!)
    // The steepest line upwards passes through (upX, upY), the steepest downwards through (downX, downY).
    let upX = from
    let upY = high
    let upSlope = below.tangentSlope(from, high)
    let downX = from
    let downY = low
    let downSlope = above.tangentSlope(from, low)
    if (upSlope === Number.POSITIVE_INFINITY) upY = low
    if (downSlope === Number.NEGATIVE_INFINITY) downY = high
    below.push(from, low)
    above.push(from, high)
    const lows: number[] = []
    const highs: number[] = []
    const keepTo = keepFrom + rangesKept
    let miss: Sweep['miss'] = null
    let x = from + 1

    for (; x <= to; x++) {
      const floor = lower[x]!
      const ceiling = upper[x]!
      const highest = upY + upSlope * (x - upX)
      const lowest = downY + downSlope * (x - downX)
      if (lowest > ceiling || highest < floor) {
        miss = lowest > ceiling ? 'above' : 'below'
        break
      }
      if (ceiling < highest) {
        upX = x
        upY = ceiling
        upSlope = below.tangentSlope(x, ceiling)
      }
      if (floor > lowest) {
        downX = x
        downY = floor
        downSlope = above.tangentSlope(x, floor)
      }
      below.push(x, floor)
      above.push(x, ceiling)
      if (x >= keepFrom && x < keepTo) {
        lows.push(floor > lowest ? floor : lowest)
        highs.push(ceiling < highest ? ceiling : highest)
      }
    }
    const up = { x: upX, y: upY, slope: upSlope }
    const down = { x: downX, y: downY, slope: downSlope }
    return { last: x - 1, miss, up, down, low: lows, high: highs }
  }
}
