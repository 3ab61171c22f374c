import { type TProperties, Type } from 'typebox'
import { engineNames, precisions } from '../../domain/engine.ts'
import { floatReference } from '../../domain/float.ts'
import { diagnosticsDetails, nonFiniteRules } from '../../domain/replay-settings.ts'
import { float } from './float.ts'
import { ref } from './ref.ts'

/** What comes in is read by the thread that computes with it; these schemas say what it accepts. */
export const closed = <P extends TProperties>(properties: P, options: { $id: string; description: string }) =>
  Type.Object(properties, { ...options, additionalProperties: false })

export const OptimizerTensor = closed(
  {
    shape: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 64, description: 'Sizes of the dimensions; [] for a scalar.' }),
    values: Type.Array(float(), { description: 'Row-major, as many as the product of the shape.' })
  },
  { $id: 'OptimizerTensor', description: 'A tensor: its shape and values.' }
)

export const closedPart = <P extends TProperties>(properties: P, description?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(description !== undefined && { description }) })

export const tensors = (description: string) => Type.Record(Type.String(), ref(OptimizerTensor), { description })

export const OptimizerState = closed(
  {
    scalars: Type.Record(
      Type.String(),
      Type.Unsafe<unknown>({
        anyOf: [floatReference(), { type: 'object', additionalProperties: floatReference() }]
      }),
      { description: 'Scalars by name: one number, or one number per parameter.' }
    ),
    tensors: Type.Record(Type.String(), tensors('Tensors by the name of their parameter.'), {
      description: 'Tensors by slot. The slots of a base optimizer are named `base.<slot>`.'
    })
  },
  { $id: 'OptimizerState', description: 'The state between two steps. Send it back unchanged.' }
)

const parameters = tensors('The parameters at which the gradients were computed.')
const gradients = tensors('A gradient for each parameter, of the same shape. A parameter without a gradient stays as it is.')
const hyperparameters = Type.Optional(
  Type.Record(Type.String(), Type.Unknown(), { description: 'As in the catalogue; absent ones take their defaults.' })
)
const precision = Type.Optional(
  Type.Enum(precisions, {
    description: 'Precision of the computation. Default: float64; float32 for safetensors whose parameters are all F32.'
  })
)
const nonFinite = Type.Optional(
  Type.Enum(nonFiniteRules, {
    description:
      'What a step does with numbers that are not finite. refuse (default): 422, naming the first. skip: where the gradient has one, or a loss that is needed ' +
      "is one, leaves parameters and state as they are, as PyTorch's GradScaler does; the step keeps its place in the schedule. propagate: computes with them."
  })
)
const diagnosticsDetail = Type.Optional(
  Type.Enum(diagnosticsDetails, { description: 'tensors: each step also tells of each tensor. Default: steps.' })
)
const state = Type.Optional(ref(OptimizerState))
const learningRate = (description: string) => Type.Optional(Type.Number({ minimum: 0, description }))
const ofStep = {
  learningRate: learningRate('γ, the learning rate of this step. Default: that of the official code.'),
  loss: Type.Optional(float('The loss at the parameters at which the gradients were computed.')),
  sampleIndex: Type.Optional(Type.Integer({ minimum: 0, description: 'The sample of this loss and these gradients, from 0.' }))
}

export const InitRequest = closed(
  { parameters, hyperparameters },
  { $id: 'OptimizerInitRequest', description: 'Parameters before the first step.' }
)

export const StepRequest = closed(
  { parameters, gradients, state, ...ofStep, hyperparameters, precision, nonFinite, diagnostics: diagnosticsDetail },
  { $id: 'OptimizerStepRequest', description: 'One step. Without a state, the first step.' }
)

export const ReplayStep = closed({ gradients, ...ofStep }, { $id: 'OptimizerReplayStep', description: 'One step of a replay.' })

export const ReplayRequest = closed(
  {
    parameters,
    state,
    steps: Type.Array(ref(ReplayStep)),
    scheduleId: Type.Optional(
      Type.String({ description: 'The id of a stored schedule. The learning rate of step k is peak × multiplier(firstStep + k).' })
    ),
    peakLearningRate: learningRate("The learning rate at multiplier 1. Default: the schedule's own, else the optimizer's default."),
    learningRate: learningRate('γ of steps without their own learning rate, if there is no schedule.'),
    hyperparameters,
    precision,
    nonFinite,
    diagnostics: diagnosticsDetail,
    firstStep: Type.Optional(Type.Integer({ minimum: 0, description: 'The step of the schedule at which the replay starts. Default: 0.' })),
    keep: Type.Optional(Type.Enum(['last', 'all'], { description: 'all returns the parameters after each step too. Default: last.' }))
  },
  { $id: 'OptimizerReplayRequest', description: 'Many steps, one after the other.' }
)

export const TensorDiagnostics = closed(
  {
    gradientNorm: float('‖g‖₂.'),
    updateNorm: float('‖x′ − x‖₂.'),
    weightNorm: float('‖x‖₂, before the step.'),
    gradientRatio: Type.Optional(float('‖g‖/‖x‖; absent where x = 0.')),
    updateRatio: Type.Optional(float('‖x′ − x‖/‖x‖; absent where x = 0.'))
  },
  { $id: 'TensorDiagnostics', description: 'One tensor in one step.' }
)

export const StepDiagnostics = Type.Object(
  {
    gradientNorm: float('‖g‖₂ over all tensors.'),
    updateNorm: float('‖x′ − x‖₂ over all tensors.'),
    skipped: Type.Optional(Type.Boolean({ description: 'With `nonFinite: skip`: true where the step was left out.' })),
    tensors: Type.Optional(
      Type.Record(Type.String(), ref(TensorDiagnostics), { description: 'With `diagnostics: tensors`: each tensor whose gradient came.' })
    )
  },
  {
    $id: 'StepDiagnostics',
    additionalProperties: float(),
    description:
      'Diagnostics of a step. Depending on the optimizer also d, dMax, dHat (dNumerator divided by dDenominator), s, lb, stepSize, weightSum, lrMax, polyakStep, gradientL1, ' +
      'innerProduct or effectiveLearningRate.'
  }
)

export const OptimizerEngine = closed(
  {
    name: Type.Enum(engineNames),
    device: Type.String(),
    library: Type.Union([Type.String(), Type.Null()]),
    precision: Type.Enum(precisions)
  },
  { $id: 'OptimizerEngine', description: 'The engine that computed the result.' }
)

const answered = { parameters: tensors('The new parameters.'), state: ref(OptimizerState) }

export const InitAnswer = closed(
  { state: ref(OptimizerState) },
  { $id: 'OptimizerInitAnswer', description: 'The state before the first step.' }
)

export const StepAnswer = closed(
  {
    ...answered,
    diagnostics: ref(StepDiagnostics),
    engine: ref(OptimizerEngine),
    evaluation: Type.Optional(tensors('The point to evaluate the model at, for optimizers where it differs from the parameters.'))
  },
  { $id: 'OptimizerStepAnswer', description: 'Parameters and state after a step.' }
)

export const ReplayNote = closed(
  {
    code: Type.Enum(['d-stands-still', 'd-runs-away'], {
      description: 'd-stands-still: d is still d0. d-runs-away: d still grows at the end, under clipped gradients or after many steps.'
    }),
    detail: Type.String({ description: 'What was seen.' }),
    advice: Type.String({ description: 'What those who wrote and use the method advise.' }),
    sources: Type.Array(Type.String(), { description: 'Where they say so.' })
  },
  { $id: 'ReplayNote', description: 'What a replay shows, in words.' }
)

export const kept = (description: string) => Type.Optional(Type.Array(tensors('Tensors by name.'), { description }))

export const ReplayAnswer = closed(
  {
    ...answered,
    diagnostics: Type.Array(ref(StepDiagnostics), { description: 'One per step.' }),
    skippedSteps: Type.Array(Type.Integer({ minimum: 0 }), {
      description: 'With `nonFinite: skip`: the steps that were left out, from 0.'
    }),
    notes: Type.Array(ref(ReplayNote), { description: 'What the steps show of d, for Prodigy and D-Adaptation.' }),
    trajectory: kept('With `keep: all`: the parameters after each step.'),
    evaluations: kept('With `keep: all`: the point to evaluate at after each step, for optimizers where it differs from the parameters.'),
    engine: ref(OptimizerEngine)
  },
  { $id: 'OptimizerReplayAnswer', description: 'Parameters and state after the last step.' }
)

/** Every schema of what is computed that has a name in the contract. */
export const optimizerSchemas = [
  OptimizerTensor,
  OptimizerState,
  InitRequest,
  StepRequest,
  ReplayStep,
  ReplayRequest,
  TensorDiagnostics,
  StepDiagnostics,
  OptimizerEngine,
  InitAnswer,
  StepAnswer,
  ReplayNote,
  ReplayAnswer
]
