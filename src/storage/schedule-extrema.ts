import { bytesOfFloat64, float64OfBytes } from '../domain/float64-bytes.ts'

/** The smallest and the largest multiplier of each of equally long stretches of a schedule; the last may be shorter. Shape `[stretches]`. */
export interface Extrema {
  readonly low: Float64Array
  readonly high: Float64Array
  /** Steps of a stretch. */
  readonly length: number
}

/** Shorter schedules are read as fast. */
const stepsMin = 2 ** 20
/** Several for each column of the widest picture. */
const stretchesMax = 4096

/** Gathers the extrema of a schedule from its multipliers, piece by piece. */
export class ExtremaGatherer implements Extrema {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly length: number
  #step = 0

  constructor(steps: number) {
    this.length = stretchLength(steps)
    const stretches = Math.ceil(steps / this.length)
    this.low = new Float64Array(stretches).fill(Number.POSITIVE_INFINITY)
    this.high = new Float64Array(stretches).fill(Number.NEGATIVE_INFINITY)
  }

  add(piece: Float64Array): void {
    for (let i = 0; i < piece.length; ) {
      const stretch = Math.floor(this.#step / this.length)
      const end = Math.min(piece.length, i + (stretch + 1) * this.length - this.#step)
      let [low, high] = [this.low[stretch]!, this.high[stretch]!]
      this.#step += end - i
      for (; i < end; i++) {
        const value = piece[i]!
        if (value < low) low = value
        if (value > high) high = value
      }
      this.low[stretch] = low
      this.high[stretch] = high
    }
  }

  bytes(): Buffer {
    return Buffer.concat([bytesOfFloat64(this.low), bytesOfFloat64(this.high)])
  }
}

export const isLong = (steps: number): boolean => steps >= stepsMin

export function extremaOf(bytes: Uint8Array, steps: number): Extrema {
  const values = float64OfBytes(bytes)
  const half = values.length / 2
  return { low: values.subarray(0, half), high: values.subarray(half), length: stretchLength(steps) }
}

const stretchLength = (steps: number): number => Math.ceil(steps / stretchesMax)
