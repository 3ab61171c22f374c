import type { LightMyRequestResponse } from 'fastify'
import type { TestApp } from './app.ts'
import { decodeSafetensors, encodeSafetensors, type Flat } from './safetensors.ts'

export type Named = Record<string, { shape: readonly number[]; values: ArrayLike<number> }>

export interface RequestState {
  scalars: Record<string, unknown>
  tensors: Record<string, Named>
}

export interface RequestStep {
  gradients: Named
  learningRate?: number | undefined
  loss?: number | undefined
  sampleIndex?: number | undefined
}

export interface Request {
  parameters: Named
  gradients?: Named
  state?: RequestState | undefined
  steps?: RequestStep[]
  [setting: string]: unknown
}

/** An answer, in whatever format it came. */
export interface Answer {
  parameters: Named
  state: RequestState
  diagnostics: Record<string, number> & Record<string, number>[]
  evaluation?: Named
  trajectory?: Named[]
  evaluations?: Named[]
  skippedSteps?: number[]
  notes?: { code: string; detail: string }[]
  engine: { name: string; precision: string }
}

export type Format = 'json' | 'F32' | 'F64'
const safetensorsType = 'application/vnd.safetensors'

/** Sends a request to an optimizer in one format and reads the answer in another. */
export async function ask(
  send: TestApp['send'],
  path: string,
  request: Request,
  { as = 'json', answerAs = as }: { as?: Format; answerAs?: Format } = {}
): Promise<Answer> {
  const answer = await asking(send, path, request, as, answerAs)
  if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(0, 500)}`)
  return answerAs === 'json' ? answer.json<Answer>() : unflatten(answer.rawPayload)
}

/** The same, without reading the answer. */
export function asking(
  send: TestApp['send'],
  path: string,
  request: Request,
  as: Format,
  answerAs: Format = as
): Promise<LightMyRequestResponse> {
  const accept = answerAs === 'json' ? 'application/json' : safetensorsType
  if (as === 'json') {
    return send('POST', `/v1/optimizers/${path}`, { headers: { accept, 'content-type': 'application/json' }, payload: jsonOf(request) })
  }
  return send('POST', `/v1/optimizers/${path}`, {
    headers: { accept, 'content-type': safetensorsType },
    payload: encodeSafetensors(...flatten(request, as))
  })
}

/** JSON as JSON.stringify writes it, but that −0 stays what it is. */
const jsonOf = (request: Request): string =>
  JSON.stringify(plain(request), (_, value: unknown) => (Object.is(value, -0) ? 'minus zero' : value)).replaceAll('"minus zero"', '-0')

/** Typed arrays become lists. */
const plain = (value: unknown): unknown =>
  ArrayBuffer.isView(value)
    ? Array.from(value as Float64Array)
    : Array.isArray(value)
      ? value.map(plain)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
        : value

/** Parameters, state, then gradients step by step: the order in which they can be streamed. */
export function flatten(
  { parameters, gradients, state, steps, ...settings }: Request,
  dtype: 'F32' | 'F64'
): [Flat, Record<string, string>] {
  const array = dtype === 'F32' ? Float32Array : Float64Array
  const flat: Flat = {}
  const add = (group: string, tensors: Named = {}, as: typeof array = array) => {
    for (const [name, { shape, values }] of Object.entries(tensors)) flat[`${group}/${name}`] = { shape, values: as.from(values) }
  }
  add('parameters', parameters)
  for (const [slot, tensors] of Object.entries(state?.tensors ?? {})) {
    // What came as float64 in a float32 answer, one number a sample say, goes back as it is.
    for (const [name, tensor] of Object.entries(tensors)) {
      add(`state/${slot}`, { [name]: tensor }, tensor.values instanceof Float64Array ? Float64Array : array)
    }
  }
  add('gradients', gradients)
  for (const [k, step] of (steps ?? []).entries()) add(`gradients/${k}`, step.gradients)
  const request = {
    ...settings,
    ...(state && { state: { scalars: state.scalars } }),
    ...(steps && { steps: steps.map(({ gradients: _, ...step }) => step) })
  }
  return [flat, { request: JSON.stringify(request) }]
}

function unflatten(bytes: Buffer): Answer {
  const { tensors, metadata } = decodeSafetensors(bytes)
  const { state, ...told } = JSON.parse(metadata.answer!)
  const answer = { ...told, state: { ...state, tensors: {} } }
  for (const [path, tensor] of Object.entries(tensors)) {
    const [group, ...rest] = path.split('/') as [string, ...string[]]
    const nested = group === 'state' || group === 'trajectory' || group === 'evaluations'
    const holder = group === 'state' ? answer.state.tensors : nested ? (answer[group] ??= []) : answer
    const [key, name] = nested ? [rest[0]!, rest.slice(1).join('/')] : [group, rest.join('/')]
    holder[key] ??= {}
    holder[key][name] = tensor
  }
  return answer
}
