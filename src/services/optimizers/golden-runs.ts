import { readFileSync } from 'node:fs'
import { findOptimizer } from './optimizer-catalogue.ts'

type Flat = Readonly<Record<string, readonly number[]>>
type Named = Readonly<Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>>

/** How far the official code itself gets from its float64 run when it computes in float32 from the same gradients; relative. */
export interface Float32Error {
  readonly parameters: number
  readonly scalars: number
}

/** A run of official code as a replay: what to send, and what comes back. */
export interface GoldenRun {
  readonly name: string
  /** The call whose run it is, and where that code is from. */
  readonly official: string
  readonly origin: string
  readonly float32Error: Float32Error | null
  /** The body of POST /v1/optimizers/{name}/replay. */
  readonly request: {
    readonly parameters: Named
    readonly hyperparameters: Readonly<Record<string, unknown>>
    readonly steps: readonly {
      readonly gradients: Named
      readonly loss: number
      readonly learningRate?: number
      readonly sampleIndex?: number
    }[]
    readonly keep: 'all'
  }
  /** What the official code has after each step: parameters, where they differ the point to evaluate, and its own numbers. */
  readonly expected: {
    readonly trajectory: readonly Named[]
    readonly evaluations?: readonly Named[]
    readonly diagnostics: readonly Readonly<Record<string, number>>[]
  }
}

/** The runs of one optimizer. */
export interface GoldenRuns {
  readonly optimizer: string
  /** Why there are none, where there are none. */
  readonly note: string | null
  readonly runs: readonly GoldenRun[]
}

interface Recorded {
  readonly runs: readonly {
    readonly name: string
    readonly optimizer: string
    readonly hyperparameters: Readonly<Record<string, unknown>>
    readonly official: string
    readonly origin: string
    readonly float32Error: Float32Error
    readonly steps: readonly {
      readonly loss: number
      readonly gradients: Flat
      readonly learningRate?: number
      readonly parameters: Flat
      readonly evaluation?: Flat
      readonly scalars: Readonly<Record<string, number>>
    }[]
  }[]
}

interface RecordedTargets {
  readonly runs: readonly {
    readonly optimizer: string
    readonly hyperparameters: Readonly<Record<string, number>>
    readonly learningRate: number
    readonly start: readonly number[]
    readonly steps: readonly {
      readonly sampleIndex: number
      readonly loss: number
      readonly gradient: readonly number[]
      readonly parameter: readonly number[]
    }[]
  }[]
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../../optimizers/golden/${name}`, import.meta.url), 'utf8')) as T

/**
 * The recorded runs of official code that an optimizer is tested against, for those who port it.
 * @throws Problem `optimizer-not-found`
 */
export function goldenRunsOf(name: string): GoldenRuns {
  const { experimental } = findOptimizer(name)
  const runs = [...recordedRuns(name), ...recordedTargets(name)]
  const none = experimental
    ? 'It is a reconstruction without official code; its theory is tested as properties.'
    : 'It follows its paper; what follows from the theory is tested as properties.'
  return { optimizer: name, note: runs.length > 0 ? null : none, runs }
}

function recordedRuns(optimizer: string): GoldenRun[] {
  const { shapes, start } = read<{ shapes: Readonly<Record<string, readonly number[]>>; start: Flat }>('problem.json')
  const shaped = (values: Flat): Named =>
    Object.fromEntries(Object.entries(values).map(([name, flat]) => [name, { shape: shapes[name]!, values: flat }]))
  return read<Recorded>('runs.json')
    .runs.filter((run) => run.optimizer === optimizer)
    .map(({ name, hyperparameters, official, origin, float32Error, steps }) => ({
      name,
      official,
      origin,
      float32Error,
      request: {
        parameters: shaped(start),
        hyperparameters,
        steps: steps.map(({ gradients, loss, learningRate }) => ({
          gradients: shaped(gradients),
          loss,
          ...(learningRate !== undefined && { learningRate })
        })),
        keep: 'all'
      },
      expected: {
        trajectory: steps.map(({ parameters }) => shaped(parameters)),
        ...(steps[0]?.evaluation && { evaluations: steps.map(({ evaluation }) => shaped(evaluation!)) }),
        diagnostics: steps.map(({ scalars }) => scalars)
      }
    }))
}

function recordedTargets(optimizer: string): GoldenRun[] {
  const vector = (values: readonly number[]): Named => ({ x: { shape: [values.length], values } })
  return read<RecordedTargets>('targets.json')
    .runs.filter((run) => run.optimizer === optimizer)
    .map(({ hyperparameters, learningRate, start, steps }) => ({
      name: optimizer,
      official: 'taps',
      origin: 'gowerrobert/StochOpt-py, commit e1a56c7; recorded from inside the loop of the script',
      float32Error: null,
      request: {
        parameters: vector(start),
        hyperparameters,
        steps: steps.map(({ gradient, loss, sampleIndex }) => ({ gradients: vector(gradient), loss, sampleIndex, learningRate })),
        keep: 'all'
      },
      expected: { trajectory: steps.map(({ parameter }) => vector(parameter)), diagnostics: steps.map(() => ({})) }
    }))
}
