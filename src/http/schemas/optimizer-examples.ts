import type { TSchema } from 'typebox'
import { findOptimizer } from '../../services/optimizers/optimizer-catalogue.ts'
import { describeOptimizer } from '../../services/optimizers/optimizer-page.ts'
import type { Operation } from '../../services/optimizers/run-optimizer.ts'
import type { Examples } from './answers.ts'
import { InitAnswer, InitRequest, ReplayAnswer, ReplayRequest, StepAnswer, StepRequest } from './optimizers.ts'

interface OperationSchema {
  readonly id: string
  readonly summary: string
  readonly description: string
  readonly request: { readonly schema: TSchema; readonly examples: Examples }
  readonly answer: { readonly description: string; readonly schema: TSchema; readonly examples: Examples }
}

const w = (...values: (number | 'NaN')[]) => ({ w: { shape: [values.length], values } })
const engine = { name: 'wasm', device: 'CPU', library: 'binaryen 132.0.0, V8 11.3.244.8-node.38', precision: 'float64' }

/** What the first step of the examples tells. */
const firstStep = { lb: 0, stepSize: 0.5, effectiveLearningRate: 0.5, gradientNorm: 1.118033988749895, updateNorm: 0.5590169943749475 }

const safetensors =
  'In safetensors, tensors are named `parameters/<name>`, `gradients/<name>` and `state/<slot>/<name>`. Everything else is one JSON text ' +
  'under `__metadata__.request`, or `__metadata__.answer` in the answer, with `state` as `{ scalars }`.'

/** The operations of an optimizer, as the contract describes them. */
export const operationSchemas: Readonly<Record<Operation, OperationSchema>> = {
  init: {
    id: 'initOptimizer',
    summary: 'Get the state before the first step.',
    description: `A step that is sent without a state starts from this one. ${safetensors}`,
    request: { schema: InitRequest, examples: { init: { summary: 'One vector', value: { parameters: w(1, -2) } } } },
    answer: {
      description: 'The state.',
      schema: InitAnswer,
      examples: { init: { value: { state: { scalars: { k: 0, lossAverage: 0, lb: 0, gxAverage: {} }, tensors: { m: {} } } } } }
    }
  },
  step: {
    id: 'stepOptimizer',
    summary: 'Take one step.',
    description: `The service keeps no state: send the returned state with the next step. ${safetensors}`,
    request: {
      schema: StepRequest,
      examples: {
        step: {
          summary: 'One vector, the first step',
          value: { parameters: w(1, -2), gradients: w(0.5, -1), learningRate: 0.5, loss: 2.5 }
        }
      }
    },
    answer: {
      description: 'Parameters and state after the step.',
      schema: StepAnswer,
      examples: {
        step: {
          value: {
            parameters: w(0.75, -1.5),
            state: { scalars: { k: 1, lossAverage: 2.5, lb: 0, gxAverage: { w: 2.5 } }, tensors: { m: w(0.5, -1) } },
            diagnostics: firstStep,
            engine
          }
        }
      }
    }
  },
  replay: {
    id: 'replayOptimizer',
    summary: 'Take many steps.',
    description:
      'Takes one step per set of gradients, as if each had been sent by itself. With `scheduleId`, the learning rate of step k is ' +
      'peak × multiplier(firstStep + k); past the end of the schedule, its last multiplier counts. ' +
      `${safetensors} Gradients are named \`gradients/<step>/<name>\`, with steps from 0; the answer has \`trajectory/<step>/<name>\` and ` +
      '`evaluations/<step>/<name>`. Tensors may come in any order. If all parameters and states come first, and gradients follow in step ' +
      'order, the service takes each step as soon as its gradients have arrived, and keeps none in memory.',
    request: {
      schema: ReplayRequest,
      examples: {
        replay: {
          summary: 'Two steps',
          value: {
            parameters: w(1, -2),
            steps: [
              { gradients: w(0.5, -1), loss: 2.5 },
              { gradients: w(0.25, -0.5), loss: 1.25, learningRate: 0.25 }
            ],
            learningRate: 0.5
          }
        },
        skipping: {
          summary: 'A step whose gradient is not finite, left out; each tensor is told of',
          value: {
            parameters: w(1, -2),
            steps: [
              { gradients: w(0.5, -1), loss: 2.5 },
              { gradients: w(0.25, 'NaN'), loss: 'NaN' }
            ],
            learningRate: 0.5,
            nonFinite: 'skip',
            diagnostics: 'tensors'
          }
        }
      }
    },
    answer: {
      description: 'Parameters and state after the last step.',
      schema: ReplayAnswer,
      examples: {
        replay: {
          value: {
            parameters: w(0.63125, -1.2625),
            state: { scalars: { k: 2, lossAverage: 2.375, lb: 0, gxAverage: { w: 2.34375 } }, tensors: { m: w(0.475, -0.95) } },
            diagnostics: [
              firstStep,
              { lb: 0, stepSize: 0.25, effectiveLearningRate: 0.25, gradientNorm: 0.5590169943749475, updateNorm: 0.2655330723281001 }
            ],
            skippedSteps: [],
            notes: [],
            engine
          }
        },
        skipping: {
          value: {
            parameters: w(0.75, -1.5),
            state: { scalars: { k: 1, lossAverage: 2.5, lb: 0, gxAverage: { w: 2.5 } }, tensors: { m: w(0.5, -1) } },
            diagnostics: [
              {
                ...firstStep,
                tensors: {
                  w: {
                    gradientNorm: 1.118033988749895,
                    updateNorm: 0.5590169943749475,
                    weightNorm: 2.23606797749979,
                    gradientRatio: 0.5,
                    updateRatio: 0.25
                  }
                }
              },
              {
                skipped: true,
                gradientNorm: 'NaN',
                updateNorm: 0,
                tensors: {
                  w: { gradientNorm: 'NaN', updateNorm: 0, weightNorm: 1.6770509831248424, gradientRatio: 'NaN', updateRatio: 0 }
                }
              }
            ],
            skippedSteps: [1],
            notes: [],
            engine
          }
        }
      }
    }
  }
}

/** MoMo, which the examples are of. */
export const optimizerExample = findOptimizer('momo')
export const optimizerPageExample = describeOptimizer('momo')

/** One step of a run, so that the contract stays small. */
export const goldenExample = {
  optimizer: 'momo',
  note: null,
  runs: [
    {
      name: 'momo',
      official: 'momo.Momo()',
      origin: 'PyPI, momo-opt 0.1.0',
      float32Error: { parameters: 2e-7, scalars: 0 },
      request: { parameters: w(1, -2), hyperparameters: {}, steps: [{ gradients: w(0.5, -1), loss: 2.5, learningRate: 0.5 }], keep: 'all' },
      expected: { trajectory: [w(0.75, -1.5)], diagnostics: [{ lb: 0 }] }
    }
  ]
}
