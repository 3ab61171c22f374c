import type { Precision } from '../../../domain/engine.ts'
import { pointerTo } from '../../../domain/json-pointer.ts'
import { invalid, Problem } from '../../../domain/problems.ts'
import { readFields } from '../../../formats/json-fields.ts'
import { parseJson } from '../../../formats/logs/parse-json.ts'
import { byteReader } from '../../../formats/safetensors/byte-reader.ts'
import { type Entry, type Header, headerLength, headerText } from '../../../formats/safetensors/header.ts'
import { readScalars } from '../../../formats/tensors/json-tensors.ts'
import type { NamedTensors, WireState, WireTensor } from '../../../formats/tensors/named-tensors.ts'
import type { Operation } from '../task.ts'
import { assertStepsFit, type OptimizerRequest, readRequestFields, readSteps, type StepSettings } from './request.ts'
import { isInOrder, type Parts, tensorLayout } from './tensor-layout.ts'
import { keptTensors, streamedTensors, type TensorSource, wholeTensors } from './tensor-source.ts'

/** Where the settings stand: a JSON text in the header. */
export const requestPointer = '/__metadata__/request'

const readGivenState = (value: unknown, pointer: string) => readFields(value, pointer, { scalars: readScalars }, ['scalars'])
const readGivenSteps = (value: unknown, pointer: string) => readSteps(value, pointer, {})
const fields = {
  init: {},
  step: { state: readGivenState },
  replay: { state: readGivenState, steps: readGivenSteps }
}

/**
 * Reads a request in safetensors. Where parameters and state come before the gradients, and those in the order of their steps, the
 * gradients of each step are taken from a body in pieces when their turn comes; else all tensors are read before.
 * @throws Problem `invalid-request`; the iteration of the gradients throws it too
 */
export async function readSafetensorsRequest(
  operation: Operation,
  body: Uint8Array | AsyncIterable<Uint8Array>
): Promise<OptimizerRequest> {
  const reader = byteReader(body)
  const length = headerLength(await reader.take(8))
  const headerBytes = await reader.take(length)
  if (headerBytes.length < length)
    throw invalid('', `The body ends ${length - headerBytes.length} bytes before the end of its safetensors header.`)
  const header = tensorLayout(operation, headerText(headerBytes))
  const { parts } = header

  const { step, state: given, steps: givenSteps, ...settings } = settingsOf(operation, header)
  const steps = stepsOf(operation, step, givenSteps, parts)
  const source =
    body instanceof Uint8Array
      ? wholeTensors(body.subarray(8 + length), header)
      : operation === 'replay' && isInOrder(header.entries)
        ? streamedTensors(reader)
        : await keptTensors(reader, header, operation === 'replay' ? undefined : Number.POSITIVE_INFINITY)
  try {
    const tensors = await headTensors(header, parts, source)
    const parameters: NamedTensors = new Map(parts.parameters.map(({ entry, name }) => [name, tensors.get(entry)!]))
    return {
      optimizer: header.metadata.optimizer,
      settings,
      parameters,
      state: stateOf(parts, given?.scalars, tensors),
      precision: settings.precision ?? precisionOf(parameters),
      steps,
      gradients: gradientsOf(steps.length, parts, source),
      discard: source.discard
    }
  } catch (error) {
    source.discard()
    throw error
  }
}

function settingsOf(operation: Operation, { metadata }: Header) {
  const text = metadata.request
  try {
    const value = text === undefined ? {} : parseJson(text)
    return readRequestFields(operation, value, requestPointer, fields[operation] as (typeof fields)['replay'], [])
  } catch (error) {
    // A text that is no JSON has no places of its own.
    if (!(error instanceof Problem) || error.errors?.[0]?.pointer !== '') throw error
    throw invalid(requestPointer, error.detail.replace('The body', 'The text'), error.errors[0].fix)
  }
}

function stepsOf(
  operation: Operation,
  step: StepSettings,
  given: readonly StepSettings[] | undefined,
  { gradients }: Parts
): readonly StepSettings[] {
  if (operation === 'init') return []
  if (operation === 'step') return [step]
  const last = [...gradients.keys()].reduce((a, b) => Math.max(a, b), -1)
  if (given === undefined) {
    assertStepsFit(last + 1, '')
    return Array.from({ length: last + 1 }, () => ({}))
  }
  if (last < given.length) return given
  const { name } = gradients.get(last)![0]!.entry
  throw invalid(pointerTo('', name), `"${name}" is for step ${last}, but there are only ${given.length} steps, from 0.`)
}

/** Parameters and state, read in the order of their bytes. */
async function headTensors(
  { entries }: Header,
  { parameters, state }: Parts,
  source: TensorSource
): Promise<ReadonlyMap<Entry, WireTensor>> {
  const wanted = new Set([...parameters, ...state].map(({ entry }) => entry))
  const tensors = new Map<Entry, WireTensor>()
  for (const entry of entries)
    if (wanted.has(entry)) {
      const tensor = source.read(entry)
      tensors.set(entry, tensor instanceof Promise ? await tensor : tensor)
    }
  return tensors
}

function stateOf(
  { state }: Parts,
  scalars: WireState['scalars'] | undefined,
  tensors: ReadonlyMap<Entry, WireTensor>
): WireState | undefined {
  if (state.length === 0 && scalars === undefined) return undefined
  const slots = new Map<string, Map<string, WireTensor>>()
  for (const { entry, name, of: slot } of state) {
    const named = slots.get(slot) ?? new Map<string, WireTensor>()
    slots.set(slot, named.set(name, tensors.get(entry)!))
  }
  return { scalars: scalars ?? {}, tensors: slots }
}

const precisionOf = (parameters: NamedTensors): Precision => {
  const all = [...parameters.values()]
  return all.length > 0 && all.every(({ values }) => values instanceof Float32Array) ? 'float32' : 'float64'
}

async function* gradientsOf(count: number, { gradients }: Parts, source: TensorSource): AsyncGenerator<NamedTensors> {
  for (let step = 0; step < count; step++) {
    const tensors = new Map<string, WireTensor>()
    for (const { entry, name } of gradients.get(step) ?? []) tensors.set(name, await source.read(entry))
    yield tensors
  }
  await source.finish()
}
