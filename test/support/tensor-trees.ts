import type { Tensors } from '../../src/kernels/tensor.ts'
import { sameBits } from './numbers.ts'

/** The tensors in which two trees differ, by name: one is absent, or they are not the same in shape, number type or bits. */
export const differingTensors = (one: Tensors, other: Tensors): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => {
    const [a, b] = [one.get(name), other.get(name)]
    if (a === undefined || b === undefined) return true
    return String(a.shape) !== String(b.shape) || a.values.constructor !== b.values.constructor || !sameBits(a.values, b.values)
  })

/** The same for named trees, such as the slots of a state: `slot: tensor` for each. */
export const differingSlots = (one: ReadonlyMap<string, Tensors>, other: ReadonlyMap<string, Tensors>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].flatMap((slot) => {
    const [a, b] = [one.get(slot), other.get(slot)]
    return a === undefined || b === undefined ? [slot] : differingTensors(a, b).map((name) => `${slot}: ${name}`)
  })
