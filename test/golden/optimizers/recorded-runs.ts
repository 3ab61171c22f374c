import { readFileSync } from 'node:fs'
import type { Precision } from '../../../src/domain/engine.ts'
import type { Tensors } from '../../../src/kernels/tensor.ts'
import type { ReplayStep, StepDiagnostics } from '../../../src/optimizers/parts/replay.ts'

type Flat = Record<string, number[]>

interface Problem {
  shapes: Record<string, number[]>
  start: Flat
}

interface Errors {
  parameters: number
  scalars: number
}

interface RunsFile {
  runs: {
    name: string
    optimizer: string
    hyperparameters: Record<string, unknown>
    float32Error: Errors
    steps: {
      loss: number
      gradients: Flat
      learningRate?: number
      parameters: Flat
      evaluation?: Flat
      scalars: Record<string, number>
    }[]
  }[]
}

interface TargetsFile {
  runs: {
    optimizer: string
    hyperparameters: Record<string, number>
    learningRate: number
    start: number[]
    steps: {
      sampleIndex: number
      loss: number
      gradient: number[]
      parameter: number[]
      target?: number
      targets?: number[]
      tau?: number
    }[]
  }[]
}

/** What a step must give; an evaluation where it is not at the parameters. */
export interface ExpectedStep {
  parameters: Tensors
  evaluation: Tensors | undefined
  scalars: Partial<Record<keyof StepDiagnostics, number>>
}

/** One recorded run of an official implementation, as the arguments of a replay and what it must give. */
export interface GoldenRun {
  name: string
  optimizer: string
  hyperparameters: Record<string, unknown>
  parameters: Tensors
  /** How far the official code itself gets from its float64 run when it computes in float32 from the same gradients. */
  float32Error: Errors
  steps: (ReplayStep & { expected: ExpectedStep })[]
}

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../src/optimizers/golden/${name}`, import.meta.url), 'utf8')) as T
const { shapes, start } = read<Problem>('problem.json')
const { runs } = read<RunsFile>('runs.json')
const { runs: targetRuns } = read<TargetsFile>('targets.json')

const tensors = (values: Flat, precision: Precision): Tensors =>
  new Map(
    Object.entries(values).map(([name, flat]) => [
      name,
      { shape: shapes[name]!, values: precision === 'float32' ? Float32Array.from(flat) : Float64Array.from(flat) }
    ])
  )

/** All recorded runs but those of TAPS and MOTAPS. A step without a learning rate is taken at the optimizer's default. */
export const goldenRuns = (precision: Precision): GoldenRun[] =>
  runs.map(({ steps, ...run }) => ({
    ...run,
    parameters: tensors(start, precision),
    steps: steps.map(({ gradients, loss, learningRate, parameters, evaluation, scalars }) => ({
      gradients: tensors(gradients, precision),
      loss,
      learningRate,
      expected: {
        parameters: tensors(parameters, 'float64'),
        evaluation: evaluation && tensors(evaluation, 'float64'),
        scalars
      }
    }))
  }))

const vectorNamedX = (values: number[]): Tensors => new Map([['x', { shape: [values.length], values: Float64Array.from(values) }]])

/** The recorded runs of TAPS and MOTAPS. All targets are given after the steps that end an epoch. */
export const goldenTargetRuns = () =>
  targetRuns.map(({ start, learningRate, steps, ...run }) => ({
    ...run,
    parameters: vectorNamedX(start),
    steps: steps.map(({ gradient, parameter, loss, sampleIndex, target, targets, tau }) => ({
      step: { gradients: vectorNamedX(gradient), loss, sampleIndex, learningRate },
      expected: { parameters: vectorNamedX(parameter), target, targets, tau }
    }))
  }))

/** The largest difference between two sets of tensors, relative to the largest entry of the expected tensor. */
export function relativeError(actual: Tensors, expected: Tensors): number {
  let worst = 0
  for (const [name, { values }] of expected) {
    const scale = Math.max(...Array.from(values, Math.abs))
    values.forEach((value: number, i: number) => {
      worst = Math.max(worst, Math.abs(actual.get(name)!.values[i]! - value) / scale)
    })
  }
  return worst
}

/** In float32: 1e-5, or twice the error of the official code where that is more. */
export const float32Tolerance = ({ float32Error }: GoldenRun): Errors => ({
  parameters: Math.max(1e-5, 2 * float32Error.parameters),
  scalars: Math.max(1e-5, 2 * float32Error.scalars)
})
