import { invalid } from '../../../domain/problems.ts'
import { readUniqueJson } from '../../../formats/read-json.ts'
import { readJsonState, readJsonTensors } from '../../../formats/tensors/json-tensors.ts'
import type { NamedTensors } from '../../../formats/tensors/named-tensors.ts'
import type { Operation } from '../task.ts'
import { type OptimizerRequest, readRequestFields, readSteps, type StepSettings } from './request.ts'

interface GivenStep extends StepSettings {
  readonly gradients?: NamedTensors
}

const stepGradients = { gradients: readJsonTensors }
const readGivenSteps = (value: unknown, pointer: string) => readSteps(value, pointer, stepGradients, ['gradients'])

const tensorFields = {
  init: { parameters: readJsonTensors },
  step: { parameters: readJsonTensors, gradients: readJsonTensors, state: readJsonState },
  replay: { parameters: readJsonTensors, state: readJsonState, steps: readGivenSteps }
}
const required = { init: ['parameters'], step: ['parameters', 'gradients'], replay: ['parameters', 'steps'] }

/**
 * Reads a request in JSON, which is parsed as a whole.
 * @throws Problem `invalid-request`
 */
export async function readJsonRequest(operation: Operation, body: Uint8Array | AsyncIterable<Uint8Array>): Promise<OptimizerRequest> {
  const value = readUniqueJson(body instanceof Uint8Array ? body : await gathered(body))
  const { parameters, gradients, state, steps, step, ...settings } = readRequestFields(
    operation,
    value,
    '',
    tensorFields[operation] as (typeof tensorFields)['step'] & (typeof tensorFields)['replay'],
    required[operation] as 'parameters'[]
  )
  const given: readonly GivenStep[] = operation === 'step' ? [{ ...step, gradients: gradients! }] : (steps ?? [])
  return {
    settings,
    parameters: parameters!,
    state,
    precision: settings.precision ?? 'float64',
    steps: given,
    gradients: gradientsOf(given),
    discard: () => {}
  }
}

async function* gradientsOf(steps: readonly GivenStep[]): AsyncGenerator<NamedTensors> {
  for (const { gradients } of steps) yield gradients!
}

async function gathered(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  if (pieces.length === 0) throw invalid('', 'The body is empty.', 'Send a JSON document.')
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
}
