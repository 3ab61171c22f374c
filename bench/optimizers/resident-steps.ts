import type { Precision } from '../../src/domain/engine.ts'
import type { Engine } from '../../src/kernels/engine.ts'
import { zeroValues } from '../../src/kernels/tensor.ts'
import { treesOf } from '../../src/optimizers/parts/host-state.ts'
import { observe } from '../../src/optimizers/parts/observe.ts'
import type { Optimizer } from '../../src/optimizers/parts/optimizer.ts'
import { resolveHyperparameters } from '../../src/optimizers/parts/resolve-hyperparameters.ts'

/** Steps of one optimizer over one tensor, with parameters, gradient and state on the engine, norms included. */
export interface ResidentSteps {
  /** Milliseconds of one step. */
  step(): number
  close(): void
}

const required = (optimizer: Optimizer): Record<string, unknown> =>
  'samples' in optimizer.hyperparameters.properties ? { samples: 10 } : {}

export function residentSteps(engine: Engine, optimizer: Optimizer, precision: Precision, entries: number): ResidentSteps {
  const hyperparameters = resolveHyperparameters(optimizer, required(optimizer))
  const workspace = engine.open(precision)
  const upload = (value: (i: number) => number) => {
    const values = zeroValues(precision, entries)
    for (let i = 0; i < entries; i++) values[i] = value(i)
    return workspace.upload(new Map([['x', { shape: [entries], values }]]))
  }
  const g = upload((i) => Math.sin(i) / 10)
  const slots = optimizer.state(hyperparameters)
  let x = upload((i) => Math.cos(i))
  let state = optimizer.init(workspace, x, hyperparameters)
  let k = 0
  return {
    step: () => {
      const norms = { gradient: undefined, update: undefined }
      const start = performance.now()
      const input = { x, g, state, learningRate: optimizer.defaultLearningRate ?? 1e-3, loss: 1, sampleIndex: k++ % 10 }
      const stepped = optimizer.step(observe(workspace, norms), input, hyperparameters)
      workspace.keepOnly([stepped.x, g, ...treesOf(slots, stepped.state)])
      const elapsed = performance.now() - start
      x = stepped.x
      state = stepped.state
      return elapsed
    },
    close: workspace.close
  }
}
