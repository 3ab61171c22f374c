import { describe, expect, test } from 'vitest'
import type { Precision } from '../../src/domain/engine.ts'
import type { Engine } from '../../src/kernels/engine.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import { type StepDiagnostics, startReplay } from '../../src/optimizers/parts/replay.ts'
import { engines } from '../support/engines.ts'
import { type GoldenRun, goldenRuns, goldenTargetRuns, officialFloat32, relativeError } from '../support/golden-optimizers.ts'

const optimizerNamed = (wanted: string) => optimizers.find(({ name }) => name === wanted)!
const diagnosticOf: Record<string, keyof StepDiagnostics> = { d: 'd', d_max: 'dMax', d_hat: 'dHat', lb: 'lb', s: 's' }

/** How far a replay gets from what was recorded, at most: the parameters, and the scalars. */
function errorsOf(engine: Engine, precision: Precision, run: GoldenRun): { parameters: number; scalars: number } {
  const { parameters, hyperparameters } = run
  const replay = startReplay(engine, optimizerNamed(run.optimizer), { parameters, hyperparameters, precision })
  const worst = { parameters: 0, scalars: 0 }
  for (const { expected, ...step } of run.steps) {
    const diagnostics = replay.step(step)
    worst.parameters = Math.max(worst.parameters, relativeError(replay.parameters(), expected.parameters))
    for (const [name, value] of Object.entries(expected.scalars)) {
      worst.scalars = Math.max(worst.scalars, Math.abs(diagnostics[diagnosticOf[name]!]! - value) / Math.abs(value || 1))
    }
  }
  replay.close()
  return worst
}

describe.each(engines.map((engine) => ({ engine, name: engine.description.name })))('on $name', ({ engine }) => {
  test.each(goldenRuns('float64'))('$name: in float64 the run of the official code is repeated to 1e-11', (run) => {
    const errors = errorsOf(engine, 'float64', run)
    expect(errors.parameters).toBeLessThan(1e-11)
    expect(errors.scalars).toBeLessThan(1e-11)
  })

  test.each(goldenRuns('float32'))('$name: in float32 it is repeated to 1e-5, or to twice the error of the official code', (run) => {
    const errors = errorsOf(engine, 'float32', run)
    const official = officialFloat32[run.name] ?? { parameters: 0, scalars: 0 }
    expect(errors.parameters).toBeLessThan(Math.max(1e-5, 2 * official.parameters))
    expect(errors.scalars).toBeLessThan(Math.max(1e-5, 2 * official.scalars))
  })

  test.each(goldenTargetRuns())('$optimizer: parameters and targets are those of the official script to 1e-11', (run) => {
    const { parameters, hyperparameters } = run
    const replay = startReplay(engine, optimizerNamed(run.optimizer), { parameters, hyperparameters, precision: 'float64' })
    run.steps.forEach(({ step, expected }, t) => {
      replay.step(step)
      expect(relativeError(replay.parameters(), expected.parameters), `parameters after step ${t}`).toBeLessThan(1e-11)
      const { scalars, tensors } = replay.state()
      const targets = tensors.get('alpha')!.get('alpha')!.values
      // The target of the sample was recorded before the targets moved at the end of an epoch.
      if (expected.targets === undefined) expect(targets[step.sampleIndex]).toBeCloseTo(expected.target, 12)
      else for (const [j, target] of expected.targets.entries()) expect(targets[j]).toBeCloseTo(target, 12)
      if (expected.tau !== undefined) expect(scalars.tau).toBeCloseTo(expected.tau, 13)
    })
    replay.close()
  })
})
