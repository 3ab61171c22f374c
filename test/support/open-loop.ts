import { createReferenceEngine } from '../../src/kernels/reference/engine.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import type { HostState } from '../../src/optimizers/parts/host-state.ts'
import { type Replay, type StepDiagnostics, startReplay } from '../../src/optimizers/parts/replay.ts'

const engine = createReferenceEngine()

export const vector = (values: readonly number[]) => new Map([['x', { shape: [values.length], values: Float64Array.from(values) }]])

/** Gradients that have nothing to do with where the parameters are: the same for each method, so that methods can be compared. */
export const gradient = (k: number, length = 3): number[] =>
  Array.from({ length }, (_, i) => Math.sin(1 + 3 * k + 2 * i) + 0.3 * Math.cos(k * i))

export const optimizerNamed = (name: string) => optimizers.find((optimizer) => optimizer.name === name)!

/** A replay of a vector `x` in float64 on the reference engine. */
export const replayOf = (name: string, x: readonly number[], hyperparameters: Record<string, unknown> = {}, state?: HostState): Replay =>
  startReplay(engine, optimizerNamed(name), { parameters: vector(x), hyperparameters, state, precision: 'float64' })

export const valuesOf = (replay: Replay): number[] => [...replay.parameters().get('x')!.values]

/** The points and reports of a method over given gradients, one a step. */
export function trajectory(
  name: string,
  x: readonly number[],
  gradients: readonly (readonly number[])[],
  options: { hyperparameters?: Record<string, unknown>; rates?: readonly number[]; loss?: number } = {}
): { points: number[][]; reports: StepDiagnostics[]; replay: Replay } {
  const replay = replayOf(name, x, options.hyperparameters)
  const points: number[][] = []
  const reports = gradients.map((g, k) => {
    const report = replay.step({ gradients: vector(g), learningRate: options.rates?.[k], loss: options.loss, sampleIndex: 0 })
    points.push(valuesOf(replay))
    return report
  })
  return { points, reports, replay }
}

/** The largest difference between two trajectories. */
export const difference = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number =>
  Math.max(...a.flatMap((point, k) => point.map((value, i) => Math.abs(value - b[k]![i]!))))
