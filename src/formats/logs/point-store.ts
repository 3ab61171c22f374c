import { type Points, type Steps, stepAt } from '../../domain/gradient-norm.ts'

/** Points of a chunk, of which only the last may have fewer. A power of two. */
const chunkPoints = 65_536
const [shift, mask] = [16, chunkPoints - 1]
/** The first chunk begins small, as most logs are. */
const initialPoints = 1024

/** Points of a store from one index to another, `end` exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Evenly spaced steps, of which there are so many. */
export interface EvenSteps {
  readonly first: number
  readonly stride: number
  readonly count: number
}

interface Chunk {
  values: Float64Array
  /** Null for as long as they are evenly spaced. */
  steps: Float64Array | null
  readonly first: number
  stride: number
}

/**
 * Points one after the other, in any order of steps. Values take 8 bytes each and are never moved; steps take none in stretches where they are evenly
 * spaced.
 */
export class PointStore {
  readonly #chunks: Chunk[] = []
  readonly #grow: (bytes: number) => void
  #count = 0
  /** The chunk that is being filled. */
  #chunk: Chunk | undefined
  #lastStep = -1

  /** @param grow told of memory before it is taken. Bytes. */
  constructor(grow: (bytes: number) => void) {
    this.#grow = grow
  }

  get count(): number {
    return this.#count
  }

  /** −1 before the first point. */
  get lastStep(): number {
    return this.#lastStep
  }

  add(step: number, value: number): void {
    const place = this.#count & mask
    const chunk = place === 0 ? this.#begin(step) : (this.#chunk as Chunk)
    if (place === chunk.values.length) this.#lengthen(chunk)
    chunk.values[place] = value
    if (chunk.steps !== null) chunk.steps[place] = step
    else if (place === 1) chunk.stride = step - chunk.first
    else if (place > 1 && step !== chunk.first + place * chunk.stride) this.#spellOut(chunk, place)[place] = step
    this.#lastStep = step
    this.#count++
  }

  /**
   * Adds values at evenly spaced steps, as {@link add} does one by one.
   * @param values with the first at `from`, each `width` behind the one before
   */
  addEven({ first, stride, count }: EvenSteps, values: Float64Array, from: number, width: number): void {
    for (let i = 0; i < count; ) {
      const step = first + i * stride
      const place = this.#count & mask
      const chunk = this.#chunk
      const goesOn = place > 1 && chunk?.steps === null && chunk.stride === stride && step === chunk.first + place * stride
      if (!goesOn) {
        this.add(step, values[from + i * width]!)
        i++
        continue
      }
      if (place === chunk.values.length) this.#lengthen(chunk)
      const stop = Math.min(count, i + chunk.values.length - place)
      const into = chunk.values
      this.#count += stop - i
      this.#lastStep = first + (stop - 1) * stride
      for (let at = place; i < stop; i++, at++) into[at] = values[from + i * width]!
    }
  }

  /** Gives the last point another value. */
  replaceLast(value: number): void {
    ;(this.#chunk as Chunk).values[(this.#count - 1) & mask] = value
  }

  valueAt(index: number): number {
    return this.#chunks[index >>> shift]!.values[index & mask]!
  }

  stepAt(index: number): number {
    const { steps, first, stride } = this.#chunks[index >>> shift]!
    const place = index & mask
    return steps === null ? first + place * stride : steps[place]!
  }

  /** The points between two indices, `end` exclusive, chunk by chunk. They share its memory. */
  *between(start: number, end: number): Generator<Points> {
    for (let at = start; at < end; ) {
      const { values, steps, first, stride } = this.#chunks[at >>> shift]!
      const from = at & mask
      const to = Math.min(chunkPoints, from + end - at)
      yield {
        values: values.subarray(from, to),
        steps: steps?.subarray(from, to) ?? { first: first + from * stride, stride }
      }
      at += to - from
    }
  }

  /** Points of some stretches, one behind the other, in memory of their own. */
  gathered(stretches: readonly Stretch[]): Points {
    const parts = stretches.flatMap(({ start, end }) => [...this.between(start, end)])
    const count = parts.reduce((sum, { values }) => sum + values.length, 0)
    this.#grow(8 * count)
    const values = new Float64Array(count)
    let at = 0
    for (const part of parts) {
      values.set(part.values, at)
      at += part.values.length
    }
    const steps = progressionOf(parts, count)
    if (steps === null) this.#grow(8 * count)
    return { values, steps: steps ?? spelledOut(parts, count) }
  }

  #begin(step: number): Chunk {
    const length = this.#chunks.length === 0 ? initialPoints : chunkPoints
    this.#grow(8 * length)
    const chunk = { values: new Float64Array(length), steps: null, first: step, stride: 1 }
    this.#chunks.push(chunk)
    this.#chunk = chunk
    return chunk
  }

  #lengthen(chunk: Chunk): void {
    const length = Math.min(chunkPoints, 4 * chunk.values.length)
    this.#grow(8 * length)
    chunk.values = longer(chunk.values, length)
    if (chunk.steps !== null) chunk.steps = longer(chunk.steps, length)
  }

  #spellOut(chunk: Chunk, count: number): Float64Array {
    const steps = new Float64Array(chunk.values.length)
    this.#grow(steps.byteLength)
    for (let i = 0; i < count; i++) steps[i] = chunk.first + i * chunk.stride
    chunk.steps = steps
    return steps
  }
}

function longer(array: Float64Array, length: number): Float64Array {
  const copy = new Float64Array(length)
  copy.set(array)
  return copy
}

/** The progression that steps are together, of two points or more; else null. */
function progressionOf(parts: readonly Points[], count: number): Steps | null {
  if (count < 2) return null
  const [head, next] = parts as [Points, Points | undefined]
  const first = stepAt(head.steps, 0)
  const stride = (head.values.length > 1 ? stepAt(head.steps, 1) : stepAt((next as Points).steps, 0)) - first
  let at = 0
  for (const { steps, values } of parts) {
    const isEven = !(steps instanceof Float64Array) && steps.first === first + at * stride && steps.stride === stride
    if (!isEven) for (let i = 0; i < values.length; i++) if (stepAt(steps, i) !== first + (at + i) * stride) return null
    at += values.length
  }
  return { first, stride }
}

function spelledOut(parts: readonly Points[], count: number): Float64Array {
  const all = new Float64Array(count)
  let at = 0
  for (const { steps, values } of parts) for (let i = 0; i < values.length; i++) all[at++] = stepAt(steps, i)
  return all
}
