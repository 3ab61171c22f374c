import { readFileSync } from 'node:fs'
import type { Precision } from '../../src/domain/engine.ts'
import type { Tensors } from '../../src/kernels/tensor.ts'
import type { ReplayStep } from '../../src/optimizers/parts/replay.ts'

type Nested = number | Nested[]

interface RecordedStep {
  loss: number
  grads: Nested[]
  params: Nested[]
  scalars: Record<string, number>
}

interface File {
  problem: { W0: Nested; b0: Nested }
  runs: Record<string, { hyper: Record<string, unknown>; steps: RecordedStep[] }>
  taps: Record<string, { hyper: { lr: number; tau: number; tau_lr: number; beta: number; n: number }; x0: number[]; steps: TargetStep[] }>
}

interface TargetStep {
  i: number
  loss: number
  grad: number[]
  x: number[]
  alpha_i: number
  tau?: number
  alpha?: number[]
}

/** One recorded run of an official implementation, as the arguments of a replay and what it must give. */
export interface GoldenRun {
  name: string
  optimizer: string
  hyperparameters: Record<string, unknown>
  parameters: Tensors
  steps: (ReplayStep & { expected: { parameters: Tensors; scalars: Record<string, number> } })[]
}

const file = JSON.parse(readFileSync(new URL('../golden/optimizers.json', import.meta.url), 'utf8')) as File

/** The optimizer that a run is of, by the longest prefix of its name. */
const optimizerOf: Record<string, string> = {
  dadapt_adam: 'd-adapt-adam',
  dadapt_sgd: 'd-adapt-sgd',
  dadapt_adagrad: 'd-adapt-adagrad',
  dadapt_lion: 'd-adapt-lion',
  dadapt_adan: 'd-adapt-adan',
  prodigy: 'prodigy',
  madgrad: 'madgrad',
  mirror_madgrad: 'mirror-madgrad',
  momo: 'momo',
  momo_adam: 'momo-adam',
  mechanic_sgdm: 'mechanic',
  sf_sgd: 'schedule-free-sgd',
  sf_adamw: 'schedule-free-adamw',
  adam: 'adam',
  adamw: 'adamw',
  sgd: 'sgd',
  adagrad: 'adagrad'
}

const shortNames: Record<string, string> = { mom: 'momentum', damp: 'dampening', wd: 'weightDecay', nest: 'nesterov', eps: 'epsilon' }
const camelCase = (name: string): string => shortNames[name] ?? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** `betas` of the official constructors, by their names here. */
function hyperparametersOf(optimizer: string, hyper: Record<string, unknown>): Record<string, unknown> {
  const { lr: _lr, sched: _sched, betas, ...rest } = hyper
  const named = Array.isArray(betas) ? betas.map((beta, i) => [`beta${i + 1}`, beta]) : []
  const own = Object.fromEntries([...named, ...Object.entries(rest).map(([name, value]) => [camelCase(name), value])])
  if (optimizer !== 'mechanic') return own
  const { momentum, ...tuner } = own
  return { ...tuner, base: { name: 'sgd', hyperparameters: { momentum } } }
}

const baseRates: Record<string, number> = { madgrad: 0.01, 'mirror-madgrad': 0.01 }
const warmupThenLinear = (t: number): number => (t < 4 ? (t + 1) / 4 : (15 - t) / 11)

const tensors = ([w, b]: Nested[], precision: Precision): Tensors => {
  const array = (values: Nested) => {
    const flat = [values].flat(9) as number[]
    return precision === 'float32' ? Float32Array.from(flat) : Float64Array.from(flat)
  }
  return new Map([
    ['W', { shape: [2, 3], values: array(w!) }],
    ['b', { shape: [3], values: array(b!) }]
  ])
}

/** All recorded runs but that of AdamWScheduleFreePaper, which is another method. */
export function goldenRuns(precision: Precision): GoldenRun[] {
  return Object.entries(file.runs)
    .filter(([name]) => name !== 'sf_adamw_paper')
    .map(([name, { hyper, steps }]) => {
      const prefix = Object.keys(optimizerOf)
        .filter((key) => name === key || name.startsWith(`${key}_`) || (key.startsWith('sgd') && name.startsWith('sgdm')))
        .sort((a, b) => b.length - a.length)[0]!
      const optimizer = name.startsWith('dadapt_adamw') ? 'd-adapt-adam' : optimizerOf[prefix]!
      const rate = (hyper.lr as number | undefined) ?? baseRates[optimizer]
      return {
        name,
        optimizer,
        hyperparameters: hyperparametersOf(optimizer, hyper),
        parameters: tensors([file.problem.W0, file.problem.b0], precision),
        steps: steps.map((step, t) => ({
          gradients: tensors(step.grads, precision),
          loss: step.loss,
          learningRate: hyper.sched === 'warmlin' ? (rate ?? 1) * warmupThenLinear(t) : rate,
          expected: { parameters: tensors(step.params, 'float64'), scalars: step.scalars }
        }))
      }
    })
}

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

/** The recorded runs of TAPS and MOTAPS. Targets are given after the steps that end an epoch. */
export const goldenTargetRuns = () =>
  Object.entries(file.taps).map(([optimizer, { hyper, x0, steps }]) => ({
    optimizer,
    hyperparameters: { samples: hyper.n, tau: hyper.tau, tauLr: hyper.tau_lr, beta: hyper.beta },
    parameters: vectorNamedX(x0),
    steps: steps.map(({ i, loss, grad, x, alpha_i, tau, alpha }) => ({
      step: { gradients: vectorNamedX(grad), loss, sampleIndex: i, learningRate: hyper.lr },
      expected: { parameters: vectorNamedX(x), target: alpha_i, tau, targets: alpha }
    }))
  }))

const vectorNamedX = (values: number[]): Tensors => new Map([['x', { shape: [values.length], values: Float64Array.from(values) }]])

/**
 * How far the official code itself gets from its float64 run when it computes in float32 (PyTorch 2.15 on a CPU, open-loop as here), for
 * the runs where that is more than 1e-5: x₀ − x cancels while d is tiny.
 */
export const officialFloat32: Record<string, { parameters: number; scalars: number }> = {
  prodigy: { parameters: 2.92e-3, scalars: 3.26e-3 },
  prodigy_wd_bc_safe_sched: { parameters: 1.83e-7, scalars: 6.4e-5 },
  prodigy_coupled_growth_coef: { parameters: 1.09e-5, scalars: 5.77e-6 },
  mechanic_sgdm: { parameters: 2.5e-6, scalars: 3.05e-4 }
}
