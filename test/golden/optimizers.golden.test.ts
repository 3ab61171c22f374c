import { expect, test } from 'vitest'
import { createReferenceEngine } from '../../src/kernels/reference/engine.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import { startReplay } from '../../src/optimizers/replay.ts'
import { goldenRuns, goldenTargetRuns, relativeError } from '../support/golden-optimizers.ts'

const engines = [createReferenceEngine()]
const diagnosticOf: Record<string, 'd' | 'dMax' | 'dHat' | 'lb' | 's'> = { d: 'd', d_max: 'dMax', d_hat: 'dHat', lb: 'lb', s: 's' }

for (const engine of engines) {
  test.each(goldenRuns('float64'))(
    `$name: in float64 on ${engine.description.name}, the run of the official code is repeated to 1e-11`,
    (run) => {
      const optimizer = optimizers.find(({ name }) => name === run.optimizer)!
      expect(optimizer, run.optimizer).toBeDefined()
      const replay = startReplay(engine, optimizer, {
        parameters: run.parameters,
        hyperparameters: run.hyperparameters,
        precision: 'float64'
      })
      run.steps.forEach(({ expected, ...step }, t) => {
        const diagnostics = replay.step(step)
        expect(relativeError(replay.parameters(), expected.parameters), `parameters after step ${t}`).toBeLessThan(1e-11)
        for (const [name, value] of Object.entries(expected.scalars)) {
          expect(Math.abs(diagnostics[diagnosticOf[name]!]! - value) / Math.abs(value || 1), `${name} after step ${t}`).toBeLessThan(1e-11)
        }
      })
      replay.close()
    }
  )

  test.each(goldenTargetRuns())(
    `$optimizer: in float64 on ${engine.description.name}, parameters and targets are those of the official script to 1e-11`,
    ({ optimizer: wanted, steps, ...start }) => {
      const optimizer = optimizers.find(({ name }) => name === wanted)!
      const replay = startReplay(engine, optimizer, { ...start, precision: 'float64' })
      steps.forEach(({ step, expected }, t) => {
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
    }
  )
}
