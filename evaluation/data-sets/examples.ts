import { shuffle, uniform } from '../../examples/digits/random.ts'
import { allocate } from '../networks/memory.ts'

/** Labelled examples, each of `length` rows (a sequence; else 1) of `width` numbers, every row with a label. */
export interface Examples {
  count: number
  length: number
  width: number
  classes: number
  /** `[count, length, width]` */
  inputs: Float64Array
  /** `[count, length]` */
  labels: Uint8Array
}

const pick = (examples: Examples, chosen: Uint32Array): Examples => {
  const { length, width } = examples
  const part = {
    ...examples,
    count: chosen.length,
    inputs: allocate(chosen.length * length * width),
    labels: new Uint8Array(chosen.length * length)
  }
  for (const [to, from] of chosen.entries()) {
    part.inputs.set(examples.inputs.subarray(from * length * width, (from + 1) * length * width), to * length * width)
    part.labels.set(examples.labels.subarray(from * length, (from + 1) * length), to * length)
  }
  return part
}

/** A fifth is held out, the same in every run. */
export function split(examples: Examples): { train: Examples; heldOut: Examples } {
  const order = Uint32Array.from({ length: examples.count }, (_, i) => i)
  shuffle(order, uniform(1))
  const trained = Math.round(0.8 * examples.count)
  return { train: pick(examples, order.subarray(0, trained)), heldOut: pick(examples, order.subarray(trained)) }
}

/** The examples with a share of their labels replaced by classes drawn at random, the same in every run. */
export function withWrongLabels(examples: Examples, share: number): Examples {
  const next = uniform(2)
  const labels = examples.labels.map((label) => (next() < share ? Math.floor(next() * examples.classes) : label))
  return { ...examples, labels }
}
