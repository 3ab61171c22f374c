import { pointerTo } from '../../../domain/json-pointer.ts'
import { invalid } from '../../../domain/problems.ts'
import { type Entry, type Header, readHeaderText } from '../../../formats/safetensors/header.ts'
import type { Operation } from '../task.ts'

/** A tensor by its place in the request. */
export interface Part {
  readonly entry: Entry
  readonly name: string
  /** The slot of a state; the step of a gradient. */
  readonly of: string
}

export interface Parts {
  readonly parameters: readonly Part[]
  readonly state: readonly Part[]
  /** By step. */
  readonly gradients: ReadonlyMap<number, readonly Part[]>
}

/** What the header of a request says, and what each of its tensors is. */
export interface TensorLayout extends Header {
  readonly parts: Parts
}

/** What stands before the tensors, as the official library writes it. */
const leadingMetadata = /^\{"__metadata__":\{"request":("(?:[^"\\]|\\.)*")\},/

/** Layouts by operation and text. A trainer sends the same tensors with every step, and other numbers: these stand in the metadata. */
const recent = new Map<string, Omit<TensorLayout, 'metadata'>>()
const recentMax = 16
/** Longer texts are not kept. Characters. */
const recentLengthMax = 2 ** 13

/** @throws Problem `invalid-request` */
export function tensorLayout(operation: Operation, text: string): TensorLayout {
  const leading = text.length > recentLengthMax ? null : leadingMetadata.exec(text)
  const key = leading && `${operation}${text.slice(leading[0].length)}`
  const known = key === null ? undefined : recent.get(key)
  const request = known && stringIn(leading![1]!)
  if (known !== undefined && request !== undefined) return { ...known, metadata: { request } }
  const { metadata, ...header } = readHeaderText(text)
  const layout = { ...header, parts: partsOf(operation, header.entries) }
  if (key !== null) {
    if (recent.size >= recentMax) recent.delete(recent.keys().next().value!)
    recent.set(key, layout)
  }
  return { ...layout, metadata }
}

function stringIn(text: string): string | undefined {
  try {
    return JSON.parse(text) as string
  } catch {
    return undefined
  }
}

/** Whether parameters and state come before all gradients, and those in the order of their steps. */
export function isInOrder(entries: readonly Entry[]): boolean {
  let step = -1
  for (const { name } of entries) {
    const next = name.startsWith('gradients/') ? Number(name.slice(10, name.indexOf('/', 10))) : -1
    if (next < step) return false
    step = next
  }
  return true
}

function partsOf(operation: Operation, entries: readonly Entry[]): Parts {
  const parameters: Part[] = []
  const state: Part[] = []
  const gradients = new Map<number, Part[]>()
  for (const entry of entries) {
    const [group, rest] = cutOnce(entry.name)
    if (group === 'parameters' && rest !== undefined) {
      parameters.push({ entry, name: rest, of: '' })
      continue
    }
    if (group === 'state' && operation !== 'init' && rest !== undefined) {
      const [slot, name] = cutOnce(rest)
      if (name === undefined) throw misnamed(operation, entry)
      state.push({ entry, name, of: slot })
      continue
    }
    const [step, name] = operation === 'replay' ? cutOnce(rest ?? '') : ['0', rest]
    if (group !== 'gradients' || operation === 'init' || name === undefined || !/^(?:0|[1-9]\d{0,8})$/.test(step))
      throw misnamed(operation, entry)
    const ofStep = gradients.get(Number(step)) ?? []
    ofStep.push({ entry, name, of: step })
    gradients.set(Number(step), ofStep)
  }
  return { parameters, state, gradients }
}

const cutOnce = (text: string): [string, string | undefined] => {
  const at = text.indexOf('/')
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

const names = {
  init: 'parameters/<name>',
  step: 'parameters/<name>, gradients/<name> or state/<slot>/<name>',
  replay: 'parameters/<name>, gradients/<step>/<name> or state/<slot>/<name>'
}
const misnamed = (operation: Operation, { name }: Entry) =>
  invalid(pointerTo('', name), `"${name}" is not a tensor of this request.`, `Name it ${names[operation]}.`)
