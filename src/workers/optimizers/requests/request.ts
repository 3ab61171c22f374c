import { type Precision, precisions } from '../../../domain/engine.ts'
import { pointerTo } from '../../../domain/json-pointer.ts'
import { invalid } from '../../../domain/problems.ts'
import { type DiagnosticsDetail, diagnosticsDetails, type NonFiniteRule, nonFiniteRules } from '../../../domain/replay-settings.ts'
import {
  type Read,
  readCount,
  readFields,
  readList,
  readNonNegative,
  readNumber,
  readObject,
  readOneOf,
  readText
} from '../../../formats/json-fields.ts'
import type { NamedTensors, WireState } from '../../../formats/tensors/named-tensors.ts'
import type { Operation } from '../task.ts'

/** What a step is given besides its gradients. */
export interface StepSettings {
  readonly learningRate?: number | undefined
  readonly loss?: number | undefined
  readonly sampleIndex?: number | undefined
}

/** What a request says besides its tensors. */
export interface Settings {
  readonly hyperparameters?: Readonly<Record<string, unknown>> | undefined
  readonly precision?: Precision | undefined
  readonly nonFinite?: NonFiniteRule | undefined
  readonly diagnostics?: DiagnosticsDetail | undefined
  readonly learningRate?: number | undefined
  readonly peakLearningRate?: number | undefined
  readonly scheduleId?: string | undefined
  readonly firstStep?: number | undefined
  readonly keep?: 'last' | 'all' | undefined
}

/** A request of any operation: `init` has no steps, `step` has one. */
export interface OptimizerRequest {
  /** The optimizer that the body names. */
  readonly optimizer?: string | undefined
  readonly settings: Settings
  readonly parameters: NamedTensors
  /** None: as after `init`. */
  readonly state: WireState | undefined
  /** That of the settings, else that of the parameters as they came. */
  readonly precision: Precision
  readonly steps: readonly StepSettings[]
  /** The gradients of each step, in order; taken once. */
  readonly gradients: AsyncIterable<NamedTensors>
  /** Gives back what is behind the gradients. */
  readonly discard: () => void
}

/** The most steps of one replay. */
export const stepsMax = 1_000_000

const ofAll = { hyperparameters: readObject }
const ofSteps = { precision: readOneOf(precisions), nonFinite: readOneOf(nonFiniteRules), diagnostics: readOneOf(diagnosticsDetails) }
const ofStep = { learningRate: readNonNegative, loss: readNumber, sampleIndex: readCount }
const ofReplay = {
  learningRate: readNonNegative,
  peakLearningRate: readNonNegative,
  scheduleId: readText,
  firstStep: readCount,
  keep: readOneOf(['last', 'all'])
}

/** Fields that are tensors, or hold some: read as the format writes them. */
export type TensorFields = Readonly<Record<string, Read<unknown>>>

/**
 * Reads what a request says besides its tensors.
 * @param value   the body as parsed, or what stands for it in a format where tensors are elsewhere
 * @param tensorFields readers of the fields that are particular to the format
 * @throws Problem `invalid-request`, naming the first field that is unknown, missing or wrong
 */
export function readRequestFields<F extends TensorFields>(
  operation: Operation,
  value: unknown,
  pointer: string,
  tensorFields: F,
  required: readonly (keyof F & string)[]
) {
  const { learningRate, loss, sampleIndex, ...fields } = readFields(
    value,
    pointer,
    { ...tensorFields, ...ofAll, ...(operation === 'init' ? {} : { ...ofSteps, ...(operation === 'step' ? ofStep : ofReplay) }) } as F &
      Fields,
    required
  ) as { [K in keyof F]?: ReturnType<F[K]> } & Settings & StepSettings
  const step: StepSettings = operation === 'step' ? { learningRate, loss, sampleIndex } : {}
  return { ...fields, ...(operation === 'replay' ? { learningRate } : {}), step } as typeof fields & {
    learningRate?: number | undefined
    step: StepSettings
  }
}
type Fields = typeof ofAll & typeof ofSteps & typeof ofStep & typeof ofReplay

/** The steps of a replay, each with what the format keeps there. @throws Problem `invalid-request` */
export function readSteps<F extends TensorFields>(
  value: unknown,
  pointer: string,
  tensorFields: F,
  required: readonly (keyof F & string)[] = []
) {
  const list = readList(value, pointer)
  assertStepsFit(list.length, pointer)
  const fields = { ...tensorFields, ...ofStep } as F & typeof ofStep
  return list.map((step, i) => readFields(step, pointerTo(pointer, i), fields, required))
}

export function assertStepsFit(count: number, pointer: string): void {
  if (count > stepsMax) {
    throw invalid(pointer, `has ${count} steps; the limit is ${stepsMax}.`, 'Send the rest in another request, with the returned state.')
  }
}
