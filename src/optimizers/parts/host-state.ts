import { pointerTo } from '../../domain/json-pointer.ts'
import { Problem } from '../../domain/problems.ts'
import type { NonFiniteRule } from '../../domain/replay-settings.ts'
import type { Tree, Workspace } from '../../kernels/engine.ts'
import { entryCount, type Room, type Tensor, type Tensors } from '../../kernels/tensor.ts'
import { nonFiniteAt } from './check-tensors.ts'
import { propagate } from './non-finite.ts'
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
export function downloadState(workspace: Workspace, slots: Slots, state: StateOf<Slots>, room?: Room): HostState {
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
      else if (slot.kind === 'tensors') tensors.set(key, workspace.download(value as Tree, room))
      else walk(slot.slots, value as StateOf<Slots>, `${key}.`)
    }
  }
  walk(slots, state, '')
  return { scalars, tensors }
}

/**
 * Copies a state to an engine.
 * @param outline   what `init` makes, of tensors with these names: which of the slots have tensors at all.
 * @throws Problem `invalid-request` where something is missing, unknown or no number; `shape-mismatch` where a tensor does not fit;
 * `non-finite` where a number is not finite, unless the rule is to compute with it.
 */
export function uploadState(
  workspace: Workspace,
  slots: Slots,
  state: HostState,
  parameters: Tensors,
  outline: StateOf<Slots>,
  rule: NonFiniteRule
): StateOf<Slots> {
  const unused = new Set([...Object.keys(state.scalars), ...state.tensors.keys()])
  const level = (inner: Slots, prefix: string, model: StateOf<Slots>): StateOf<Slots> =>
    Object.fromEntries(
      Object.entries(inner).map(([name, slot]) => {
        const key = prefix + name
        unused.delete(key)
        if (slot.kind === 'base') return [name, level(slot.slots, `${key}.`, model[name] as StateOf<Slots>)]
        if (slot.kind === 'scalar' || slot.kind === 'byParameter') return [name, numbers(slot, key, state, parameters, rule)]
        if (slot.kind === 'vector') return [name, vector(slot, key, name, state, rule)]
        return [name, tensors(workspace, slot, key, state, parameters, (model[name] as Tree).names)]
      })
    ) as StateOf<Slots>
  const result = level(slots, '', outline)
  for (const key of unused) throw wrong(key, state, `The state of this optimizer has no ${key}.`)
  return result
}

function numbers(
  slot: Extract<Slot, { kind: 'scalar' | 'byParameter' }>,
  key: string,
  { scalars, tensors }: HostState,
  parameters: Tensors,
  rule: NonFiniteRule
): number | ReadonlyMap<string, number> {
  const value = Object.hasOwn(scalars, key) ? scalars[key] : undefined
  const known = { scalars: { [key]: 0 }, tensors }
  if (slot.kind === 'scalar' ? typeof value !== 'number' : typeof value !== 'object') {
    const expected = slot.kind === 'scalar' ? 'a number' : 'an object with one number a parameter'
    throw wrong(key, known, `${key} is ${value === undefined ? 'missing; it is' : 'not'} ${expected}.`)
  }
  const named = typeof value === 'number' ? [['', value] as const] : Object.entries(value!)
  for (const [name, number] of named) {
    const pointer = pointerTo('/state/scalars', key, ...(name === '' ? [] : [name]))
    const what = name === '' ? key : `${key} of "${name}"`
    if (name !== '' && !parameters.has(name)) throw unfit(pointer, `The state has ${what}, which is no parameter.`)
    if (!Number.isFinite(number) && !(rule === 'propagate' && !slot.whole)) throw notFinite(pointer, `${what} of the state is ${number}.`)
    if (slot.whole && !(Number.isSafeInteger(number) && number >= 0))
      throw wrong(key, known, `${what} is a whole number of at least 0, and is ${number}.`)
  }
  return typeof value === 'number' ? value : new Map(named)
}

/** @throws Problem `non-finite`, naming the first number of a state that has become so; tensors are not looked at. */
export function assertFiniteNumbers(slots: Slots, state: StateOf<Slots>, when: string, prefix = ''): void {
  for (const name in slots) {
    const { kind } = slots[name]!
    const value = state[name]
    if (kind === 'scalar' && !Number.isFinite(value)) {
      throw notFinite(pointerTo('/state/scalars', prefix + name), `${prefix}${name} of the state is ${value} ${when}.`)
    }
    if (kind === 'base') assertFiniteNumbers((slots[name] as { slots: Slots }).slots, value as StateOf<Slots>, when, `${prefix}${name}.`)
  }
}

function vector(slot: Extract<Slot, { kind: 'vector' }>, key: string, name: string, state: HostState, rule: NonFiniteRule): Float64Array {
  const given = state.tensors.get(key)?.get(name)
  if (given === undefined || given.values.length !== slot.length) throw mismatch(key, name, [slot.length], given)
  const index = given.values.findIndex((value: number) => !Number.isFinite(value))
  if (index >= 0 && rule !== 'propagate')
    throw notFinite(pointerTo('/state/tensors', key, name), `${key} of the state is ${given.values[index]} at entry ${index}.`)
  return Float64Array.from(given.values)
}

function tensors(
  workspace: Workspace,
  slot: Extract<Slot, { kind: 'tensors' }>,
  key: string,
  state: HostState,
  parameters: Tensors,
  needed: readonly string[]
): Tree {
  const given: Tensors = state.tensors.get(key) ?? new Map<string, Tensor>()
  const shapeOf = ({ shape }: Tensor) => (slot.stride === 1 ? shape : [Math.ceil(entryCount(shape) / slot.stride)])
  for (const [tensorName, tensor] of given) {
    const parameter = parameters.get(tensorName)
    if (parameter === undefined)
      throw unfit(
        pointerTo('/state/tensors', key, tensorName),
        `The slot ${key} of the state has a tensor "${tensorName}" that the parameters lack.`
      )
    const expected = shapeOf(parameter)
    const fits = expected.length === tensor.shape.length && expected.every((size, i) => size === tensor.shape[i])
    if (!fits || tensor.values.length !== entryCount(expected)) throw mismatch(key, tensorName, expected, tensor)
  }
  const missing = needed.find((tensorName) => !given.has(tensorName))
  if (missing !== undefined) throw mismatch(key, missing, shapeOf(parameters.get(missing)!), undefined)
  return workspace.upload(given)
}

const unfit = (pointer: string, detail: string) => new Problem('shape-mismatch', detail, { errors: [{ pointer, detail }] })
const notFinite = (pointer: string, detail: string) => nonFiniteAt(pointer, detail, propagate)

const wrong = (key: string, state: HostState, detail: string): Problem =>
  new Problem('invalid-request', detail, {
    errors: [{ pointer: pointerTo('/state', Object.hasOwn(state.scalars, key) ? 'scalars' : 'tensors', key), detail }]
  })

const mismatch = (slot: string, name: string, expected: readonly number[], tensor: Tensor | undefined): Problem => {
  const found =
    tensor === undefined
      ? 'is missing'
      : `has shape [${tensor.shape.join(', ')}]${tensor.values.length === entryCount(tensor.shape) ? '' : ` and ${tensor.values.length} values`}`
  return unfit(
    pointerTo('/state/tensors', slot, ...(tensor === undefined ? [] : [name])),
    `In the slot ${slot} of the state, "${name}" ${found}, where [${expected.join(', ')}] belongs.`
  )
}
