import { pointerTo } from '../../domain/json-pointer.ts'
import { invalid } from '../../domain/problems.ts'
import { readCount, readFields, readList, readNumber, readObject } from '../json-fields.ts'
import type { NamedTensors, WireState, WireTensor } from './named-tensors.ts'

/**
 * Tensors as JSON writes them: `{ "<name>": { "shape": [3, 4], "values": [ … row-major … ] } }`. How many values there are is not
 * held against the shape here.
 * @throws Problem `invalid-request`, with the pointer of the first number or field that is wrong
 */
export function readJsonTensors(value: unknown, pointer: string): NamedTensors {
  const object = readObject(value, pointer)
  return new Map(Object.entries(object).map(([name, tensor]) => [name, readTensor(tensor, pointerTo(pointer, name))]))
}

/**
 * A state as JSON writes it: `{ "scalars": { … }, "tensors": { "<slot>": { "<name>": { shape, values } } } }`.
 * @throws Problem `invalid-request`
 */
export function readJsonState(value: unknown, pointer: string): WireState {
  const { scalars, tensors } = readFields(value, pointer, { scalars: readScalars, tensors: readSlots }, ['scalars', 'tensors'])
  return { scalars: scalars!, tensors: tensors! }
}

/** The numbers of a state: one each, or one a parameter. @throws Problem `invalid-request` */
export function readScalars(value: unknown, pointer: string): WireState['scalars'] {
  const oneOrMany = (scalar: unknown, place: string) =>
    typeof scalar === 'object' && scalar !== null
      ? (Object.fromEntries(mapped(readObject(scalar, place), place, readNumber)) as Record<string, number>)
      : readNumber(scalar, place)
  return Object.fromEntries(mapped(readObject(value, pointer), pointer, oneOrMany))
}

const readSlots = (value: unknown, pointer: string) => new Map(mapped(readObject(value, pointer), pointer, readJsonTensors))

const mapped = <T>(object: Readonly<Record<string, unknown>>, pointer: string, read: (value: unknown, pointer: string) => T) =>
  Object.entries(object).map(([name, value]) => [name, read(value, pointerTo(pointer, name))] as const)

const fields = { shape: readShape, values: readValues }

function readTensor(value: unknown, pointer: string): WireTensor {
  const { shape, values } = readFields(value, pointer, fields, ['shape', 'values'])
  return { shape: shape!, values: values! }
}

function readShape(value: unknown, pointer: string): readonly number[] {
  const list = readList(value, pointer)
  if (list.length > dimensionsMax) throw invalid(pointer, `has ${list.length} dimensions; ${dimensionsMax} is the most.`)
  return list.map((size, i) => readCount(size, pointerTo(pointer, i)))
}

/** As many as NumPy has. */
export const dimensionsMax = 64

function readValues(value: unknown, pointer: string): Float64Array {
  const list = readList(value, pointer)
  const values = new Float64Array(list.length)
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    values[i] = typeof item === 'number' && item - item === 0 ? item : readNumber(item, `${pointer}/${i}`)
  }
  return values
}
