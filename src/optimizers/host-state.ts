import { Problem } from '../domain/problems.ts'
import type { Tree, Workspace } from '../kernels/engine.ts'
import { entryCount, type Tensor, type Tensors } from '../kernels/tensor.ts'
import type { Slot, Slots, StateOf } from './state.ts'

/** A state on the host, as it goes over the wire: what is one number or a count, and tensors by slot. */
export interface HostState {
  readonly scalars: Readonly<Record<string, number | Readonly<Record<string, number>>>>
  readonly tensors: ReadonlyMap<string, Tensors>
}

/** The trees in a state, in no particular order. */
export function* treesOf(slots: Slots, state: StateOf<Slots>): Generator<Tree> {
  for (const [name, slot] of Object.entries(slots)) {
    if (slot.kind === 'tensors') yield state[name] as Tree
    if (slot.kind === 'base') yield* treesOf(slot.slots, state[name] as StateOf<Slots>)
  }
}

/** A state with other trees in place of its own. */
export const mapTrees = (
  slots: Slots,
  state: StateOf<Slots>,
  map: (tree: Tree, path: readonly string[]) => Tree,
  path: readonly string[] = []
): StateOf<Slots> =>
  Object.fromEntries(
    Object.entries(state).map(([name, value]) => {
      const slot = slots[name]!
      if (slot.kind === 'tensors') return [name, map(value as Tree, [...path, name])]
      if (slot.kind === 'base') return [name, mapTrees(slot.slots, value as StateOf<Slots>, map, [...path, name])]
      return [name, value]
    })
  ) as StateOf<Slots>

/** Copies a state to the host. The slots of a base optimizer's state are named `base.<slot>`. */
export function downloadState(workspace: Workspace, slots: Slots, state: StateOf<Slots>): HostState {
  const scalars: Record<string, number | Record<string, number>> = {}
  const tensors = new Map<string, Tensors>()
  const walk = (level: Slots, values: StateOf<Slots>, prefix: string): void => {
    for (const [name, slot] of Object.entries(level)) {
      const key = prefix + name
      const value = values[name]
      if (slot.kind === 'scalar') scalars[key] = value as number
      else if (slot.kind === 'byParameter') scalars[key] = Object.fromEntries(value as ReadonlyMap<string, number>)
      else if (slot.kind === 'vector')
        tensors.set(key, new Map([[name, { shape: [slot.length], values: Float64Array.from(value as Float64Array) }]]))
      else if (slot.kind === 'tensors') tensors.set(key, workspace.download(value as Tree))
      else walk(slot.slots, value as StateOf<Slots>, `${key}.`)
    }
  }
  walk(slots, state, '')
  return { scalars, tensors }
}

/**
 * Copies a state to an engine.
 * @throws Problem `invalid-request` where something is missing, unknown or no number; `shape-mismatch` where a tensor does not fit.
 */
export function uploadState(workspace: Workspace, slots: Slots, state: HostState, parameters: Tensors): StateOf<Slots> {
  const unused = new Set([...Object.keys(state.scalars), ...state.tensors.keys()])
  const level = (inner: Slots, prefix: string): StateOf<Slots> =>
    Object.fromEntries(
      Object.entries(inner).map(([name, slot]) => {
        const key = prefix + name
        unused.delete(key)
        if (slot.kind === 'base') return [name, level(slot.slots, `${key}.`)]
        return [
          name,
          slot.kind === 'scalar' || slot.kind === 'byParameter'
            ? numbers(slot, key, state)
            : tensors(workspace, slot, key, name, state, parameters)
        ]
      })
    ) as StateOf<Slots>
  const result = level(slots, '')
  for (const key of unused) throw wrong(key, state, `The state of this optimizer has no ${key}.`)
  return result
}

function numbers(slot: Slot, key: string, { scalars, tensors }: HostState): number | ReadonlyMap<string, number> {
  const value = Object.hasOwn(scalars, key) ? scalars[key] : undefined
  if (slot.kind === 'scalar' && typeof value === 'number') return value
  if (slot.kind === 'byParameter' && typeof value === 'object' && Object.values(value).every((number) => typeof number === 'number')) {
    return new Map(Object.entries(value))
  }
  const expected = slot.kind === 'scalar' ? 'a number' : 'an object with one number a parameter'
  throw wrong(key, { scalars: { [key]: 0 }, tensors }, `${key} is ${value === undefined ? 'missing; it is' : 'not'} ${expected}.`)
}

function tensors(
  workspace: Workspace,
  slot: Exclude<Slot, { kind: 'scalar' | 'byParameter' | 'base' }>,
  key: string,
  name: string,
  state: HostState,
  parameters: Tensors
): Tree | Float64Array {
  const given: Tensors = state.tensors.get(key) ?? new Map<string, Tensor>()
  if (slot.kind === 'vector') {
    const vector = given.get(name)
    if (vector === undefined || vector.values.length !== slot.length) throw mismatch(key, name, [slot.length], vector)
    return Float64Array.from(vector.values)
  }
  for (const [tensorName, tensor] of given) {
    const parameter = parameters.get(tensorName)
    if (parameter === undefined)
      throw new Problem('shape-mismatch', `The slot ${key} of the state has a tensor "${tensorName}" that the parameters lack.`)
    const expected = slot.stride === 1 ? parameter.shape : [Math.ceil(entryCount(parameter.shape) / slot.stride)]
    if (expected.length !== tensor.shape.length || expected.some((size, i) => size !== tensor.shape[i]))
      throw mismatch(key, tensorName, expected, tensor)
  }
  const missing = [...parameters.keys()].find((tensorName) => !given.has(tensorName))
  if (missing !== undefined && given.size > 0 && !slot.seen) throw mismatch(key, missing, parameters.get(missing)!.shape, undefined)
  return workspace.upload(given)
}

const wrong = (key: string, state: HostState, detail: string): Problem =>
  new Problem('invalid-request', detail, {
    errors: [{ pointer: `/state/${Object.hasOwn(state.scalars, key) ? 'scalars' : 'tensors'}/${key}`, detail }]
  })

const mismatch = (slot: string, name: string, expected: readonly number[], tensor: Tensor | undefined): Problem =>
  new Problem(
    'shape-mismatch',
    `In the slot ${slot} of the state, "${name}" ${tensor === undefined ? 'is missing' : `has shape [${tensor.shape.join(', ')}]`}, where [${expected.join(', ')}] belongs.`
  )
